/** A deal as a centre would keep it, for tests of the dossier: texts of real length in four languages, codes and units of every awkward kind. All of it is made up. */
import type { RecordOf } from '../../../src-core/record/record.ts'
import type { Kind } from '../../../src-core/record/vocabulary.ts'
import { LOCALES, type Locale } from '../../../src-core/text/locale.ts'
import type { MlText, TranslationState } from '../../../src-core/text/multilingual.ts'

type Texts = Partial<Record<Locale, string>>
/** The first language given is the original. */
export function ml(texts: Texts, states: Partial<Record<Locale, TranslationState>> = {}): MlText {
  const given = Object.keys(texts) as Locale[]
  const orig = given[0]!
  return { orig, t: Object.fromEntries(LOCALES.filter((l) => texts[l] !== undefined).map((l) => [l, { text: texts[l]!, state: states[l] ?? (l === orig ? 'original' : 'human') }])) }
}

let count = 0
function base<K extends Kind>(kind: K, ref: string, title: Texts) {
  count++
  return {
    id: `0197a3c0-0000-7000-8000-${String(count).padStart(12, '0')}`, kind, ref, owner: 'HUB', rev: 3, status: 'PUBLISHED' as const, visibility: { level: 'network' as const },
    createdAt: '2026-03-02T08:00:00Z', updatedAt: '2026-11-12T09:30:00Z', provenance: [{ kind: 'synthetic' as const }], title: ml(title),
  }
}

export const centre: RecordOf<'centre'> = {
  ...base('centre', 'HUB', { zh: '中阿技术转移示范中心', ar: 'مركز نقل التكنولوجيا الصيني العربي', en: 'China–Arab Technology Transfer Centre', he: 'המרכז הסיני־ערבי להעברת טכנולוגיה' }),
  centreKind: 'hub', countries: ['CN'], workingLanguages: ['zh', 'ar', 'en', 'he'],
}

const provider: RecordOf<'organisation'> = {
  ...base('organisation', 'ORG-CN-0007', { zh: '宁夏水膜材料研究院', ar: 'معهد نينغشيا لمواد أغشية المياه', en: 'Ningxia Institute of Water Membrane Materials', he: 'מכון נינגשיה לחומרי ממברנות מים' }),
  organisationKind: 'rto', country: 'CN', city: ml({ zh: '银川', ar: 'ينتشوان', en: 'Yinchuan', he: 'ינצ׳ואן' }), founded: 2009,
  ids: [{ id: '1', scheme: 'USCC', value: '91640100MA75XYZ12K' }, { id: '2', scheme: 'ROR', value: 'https://ror.org/00example0' }],
  contact: [{ id: '1', name: 'Li Yanmei', email: 'li.yanmei@example.org', phone: '+86 951 508 2266' }],
}
const recipient: RecordOf<'organisation'> = {
  ...base('organisation', 'ORG-OM-0003', { ar: 'شركة الواحة لتحلية المياه', en: 'Al Waha Desalination Company', zh: '瓦哈海水淡化公司', he: 'חברת אל־ואחה להתפלת מים' }),
  organisationKind: 'sme-249', country: 'OM', city: ml({ ar: 'مسقط', en: 'Muscat', zh: '马斯喀特', he: 'מסקט' }),
  ids: [{ id: '1', scheme: 'CR', value: '1184726' }],
}

export const offer: RecordOf<'offer'> = {
  ...base('offer', 'TO-CN-2026-00417', {
    zh: '低能耗苦咸水淡化膜组件', ar: 'وحدات أغشية منخفضة الطاقة لتحلية المياه قليلة الملوحة', en: 'Low-energy membrane modules for brackish-water desalination', he: 'מודולי ממברנה דלי אנרגיה להתפלת מים מליחים',
  }),
  summary: ml({
    zh: '用于苦咸水淡化的膜组件，可在环境温度最高 45 °C 下运行，无需预冷。在 6 g/L 进水盐度下，单位能耗为 1.86 kWh/m³，脱盐率为 99.78% ± 0.04，已连续运行 4,200 h。',
    ar: 'وحدات أغشية لتحلية المياه قليلة الملوحة تعمل عند حرارة محيطة تصل إلى 45 °C بلا تبريد مسبق. استهلاكها النوعي 1.86 kWh/m³ عند ملوحة تغذية 6 g/L، ونسبة رفض الأملاح 99.78% ± 0.04، بعد 4,200 h من التشغيل المتصل.',
    en: 'Membrane modules for brackish water that run at ambient temperatures of up to 45 °C without pre-cooling. They use 1.86 kWh/m³ at a feed salinity of 6 g/L, reject 99.78% ± 0.04 of salts, and have run for 4,200 h without interruption.',
    he: 'מודולי ממברנה להתפלת מים מליחים הפועלים בטמפרטורת סביבה של עד 45 °C ללא קירור מוקדם. צריכת האנרגיה היא 1.86 kWh/m³ במליחות הזנה של 6 g/L, שיעור דחיית המלחים הוא 99.78% ± 0.04, לאחר 4,200 h של הפעלה רציפה.',
  }, { ar: 'certified', he: 'machine' }),
  problem: ml({
    zh: '干旱地区的苦咸水井水温高、盐度波动大。现有反渗透膜在 40 °C 以上通量衰减快，药剂清洗频繁，小型站点难以承担能耗和停机。',
    ar: 'آبار المياه قليلة الملوحة في المناطق الجافة حارة المياه ومتقلبة الملوحة. تفقد أغشية التناضح العكسي القائمة تدفقها سريعًا فوق 40 °C، ويتكرر غسلها بالكيماويات، فلا تحتمل المحطات الصغيرة كلفة الطاقة والتوقف.',
    en: 'Brackish wells in dry regions are warm and vary in salinity. Present reverse-osmosis membranes lose flux quickly above 40 °C and need frequent chemical cleaning; small stations cannot carry the energy cost and the downtime.',
    he: 'בארות מים מליחים באזורים יבשים הן חמות ומליחותן משתנה. ממברנות האוסמוזה ההפוכה הקיימות מאבדות שטף במהירות מעל 40 °C ודורשות ניקוי כימי תכוף; תחנות קטנות אינן יכולות לשאת בעלות האנרגיה ובזמן ההשבתה.',
  }),
  description: ml({
    zh: '活性层为氧化石墨烯（GO）改性聚酰胺，GO 添加量为 0.02–0.05%（质量分数），厚度约 120 nm。改性层提高了高温下的交联稳定性，并使水通量提高 32%。\n组件为标准 8040 规格，可直接替换现有压力容器中的膜元件。膜污染后每 90 天用 1% 柠檬酸溶液现场再生，再生后通量恢复率不低于 96%。\n配套控制器根据进水电导率自动调节回收率，断网时可独立运行 72 h。',
    ar: 'الطبقة الفعّالة من بولي أميد معدَّل بأكسيد الغرافين GO بتركيز 0.02–0.05% وزنًا، وسماكتها نحو 120 nm. يزيد التعديل ثبات التشابك عند الحرارة العالية ويرفع تدفق الماء بنسبة 32%.\nالوحدات بالقياس القياسي 8040، وتحل مباشرة محل العناصر القائمة في أوعية الضغط. تُجدَّد في الموقع كل 90 يومًا بمحلول حمض الستريك بتركيز 1%، ولا يقل استرجاع التدفق بعد التجديد عن 96%.\nيضبط المتحكم المرافق نسبة الاسترجاع آليًا وفق موصلية ماء التغذية، ويعمل منفردًا 72 h عند انقطاع الاتصال.',
    en: 'The active layer is a polyamide modified with graphene oxide (GO) at 0.02–0.05% by weight, about 120 nm thick. The modification keeps the cross-linking stable at high temperature and raises water flux by 32%.\nThe modules have the standard 8040 size and replace the elements in existing pressure vessels. Every 90 days they are regenerated on site with a 1% citric acid solution; flux recovers to at least 96%.\nA controller adjusts recovery to the conductivity of the feed and runs on its own for 72 h when the connection is lost.',
    he: 'השכבה הפעילה היא פוליאמיד שעבר התאמה בתחמוצת גרפן (GO) בריכוז 0.02–0.05% במשקל, בעובי של כ־120 nm. ההתאמה שומרת על יציבות הצילוב בטמפרטורה גבוהה ומעלה את שטף המים ב־32%.\nהמודולים במידה התקנית 8040 ומחליפים את האלמנטים במכלי הלחץ הקיימים. כל 90 יום הם עוברים חידוש באתר בתמיסת חומצת לימון 1%, והשטף משתקם ל־96% לפחות.\nבקר נלווה מכוונן את שיעור ההפקה לפי מוליכות מי ההזנה ופועל באופן עצמאי 72 h בהיעדר תקשורת.',
  }, { he: 'machine' }),
  advantages: ml({
    zh: '单位能耗比市售 8040 膜低 28%；允许进水温度提高 10 °C；清洗药剂用量减少 40%。',
    ar: 'استهلاك طاقة أقل بنسبة 28% من أغشية 8040 المتاحة في السوق؛ وحرارة تغذية مسموحة أعلى بمقدار 10 °C؛ وكيماويات غسل أقل بنسبة 40%.',
    en: '28% less energy than commercial 8040 membranes; 10 °C more feed temperature; 40% less cleaning chemicals.',
  }, { ar: 'stale' }),
  metrics: [
    { id: '1', name: 'Specific energy', value: '1.86', unit: 'kWh/m³', baseline: '2.58 kWh/m³', evidence: 'CNAS L1234, 2026-03' },
    { id: '2', name: '脱盐率', value: '99.78 ± 0.04', unit: '%', baseline: '99.5%' },
    { id: '3', name: 'التشغيل المتصل', value: '4,200', unit: 'h', evidence: 'سجل التشغيل، صحار' },
    { id: '4', name: 'Feed temperature', value: '20–45', unit: '°C', baseline: '≤ 35 °C' },
  ],
  organisation: 'ORG-CN-0007', country: 'CN', fields: ['WAT.DESAL', 'MAT.POLY'], sdg: ['6', '7'],
  trl: 7, environment: 'field',
  trlEvidence: ml({
    zh: '2025 年 3 月至 9 月在阿曼苏哈尔井场完成 4,200 h 现场运行，由第三方检测。', ar: 'تشغيل ميداني 4,200 h في حقل آبار صحار بعُمان (2025-03 إلى 2025-09)، فحصته جهة ثالثة.', en: 'Field run of 4,200 h at a well field in Sohar, Oman (2025-03 to 2025-09), tested by a third party.', he: 'הרצת שדה של 4,200 h בשדה בארות בסוהאר, עומאן (2025-03 עד 2025-09), בבדיקת צד שלישי.',
  }),
  evidence: [{ id: '1', kind: 'Test report', title: '苦咸水膜组件现场检测报告', url: 'https://example.org/reports/nx-2025-118' }],
  ipStatus: 'granted',
  ipRights: [
    { id: '1', office: 'CN', kind: 'patent', state: 'granted', application: 'CN202310815467.2', publication: 'CN 115 876 234 A', grant: 'CN 115 876 234 B', priority: '2023-07-05', owners: '宁夏水膜材料研究院', nextFee: '2027-07-05', expires: '2043-07-05' },
    { id: '2', office: 'WO', kind: 'patent', state: 'published', application: 'PCT/CN2023/081234', publication: 'WO 2023/123456 A1', priority: '2023-07-05', owners: '宁夏水膜材料研究院' },
    { id: '3', office: 'CN', kind: 'know-how', state: 'secret' },
  ],
  fundingObligations: ml({ zh: '由国家重点研发计划资助，境外独占许可须事先报批。', en: 'Funded by a national key R&D programme: an exclusive licence abroad needs prior approval.', ar: 'ممول من برنامج وطني للبحث والتطوير: يلزم إذن مسبق للترخيص الاستئثاري في الخارج.', he: 'במימון תוכנית מו״פ לאומית: רישיון ייחודי מחוץ למדינה טעון אישור מראש.' }),
  cooperation: ['exclusive-licence', 'know-how-training', 'joint-venture'],
  price: { min: '800000', max: '1200000', currency: 'USD' }, priceStructure: 'mixed', territory: ['OM', 'SA', 'AE'],
  fieldOfUse: ml({ zh: '市政及农业用水的苦咸水淡化，不含海水。', ar: 'تحلية المياه قليلة الملوحة للاستخدام البلدي والزراعي، دون مياه البحر.', en: 'Desalination of brackish water for municipal and farm use; not sea water.', he: 'התפלת מים מליחים לשימוש עירוני וחקלאי, למעט מי ים.' }),
  partnerSought: ml({ zh: '具有苦咸水站运营经验、能够在当地组装压力容器的企业，负责示范、培训和售后。', ar: 'منشأة لها خبرة في تشغيل محطات المياه قليلة الملوحة وقادرة على تجميع أوعية الضغط محليًا، تتولى الإيضاح العملي والتدريب وخدمة ما بعد البيع.', en: 'An operator of brackish-water stations that can assemble pressure vessels locally and take on demonstration, training and after-sales service.', he: 'מפעיל של תחנות מים מליחים המסוגל להרכיב מכלי לחץ במקום, ולקבל על עצמו הדגמה, הכשרה ושירות לאחר מכירה.' }),
  partnerKinds: ['sme-249', 'large'], standards: [{ id: '1', name: 'ISO 9001:2015' }, { id: '2', name: 'GB/T 20103-2006' }],
  site: [{ id: '1', param: 'ambient', min: 5, max: 45, unit: '°C' }, { id: '2', param: 'salinity', max: 6, unit: 'g/L' }, { id: '3', param: 'power', max: 15, unit: 'kW' }],
  codes: [{ id: '1', scheme: 'IPC', code: 'C02F 1/44' }, { id: '2', scheme: 'IPC', code: 'B01D 71/56' }, { id: '3', scheme: 'EEN', code: '10004002' }],
  control: [{ id: '1', regime: 'cn-technology-catalogue', listVersion: '2025-07', code: '053X', rationale: 'Membrane preparation is outside control points 1–3.', by: 'Legal office' }],
}

export const need: RecordOf<'request'> = {
  ...base('request', 'TR-OM-2026-00102', { ar: 'تحلية آبار قليلة الملوحة لمزارع الباطنة', en: 'Desalination of brackish wells for farms in Al Batinah', zh: '巴提纳农场苦咸水井淡化', he: 'התפלת בארות מליחות לחוות אל־באטנה' }),
  summary: ml({
    ar: 'مطلوب وحدات تحلية صغيرة لثلاث مزارع، ملوحة آبارها 9 g/L وحرارتها حتى 41 °C، بقدرة كهربائية لا تتجاوز 12 kW وتشغيل محلي بسيط.', en: 'Small desalination units for three farms with wells of 9 g/L and up to 41 °C, on at most 12 kW, simple to run locally.', zh: '为三家农场寻求小型淡化装置，井水盐度 9 g/L，水温最高 41 °C，用电功率不超过 12 kW，便于当地运行。', he: 'נדרשות יחידות התפלה קטנות לשלוש חוות שמליחות בארותיהן 9 g/L והטמפרטורה עד 41 °C, בהספק של 12 kW לכל היותר ובתפעול מקומי פשוט.',
  }),
  problem: ml({ ar: 'ارتفعت ملوحة الآبار بعد سنوات من السحب، وتراجع محصول النخيل والخضر.', en: 'After years of pumping the wells have turned saline, and dates and vegetables yield less.' }),
  specification: ml({ ar: 'إنتاج 60 m³/d للوحدة، وماء ناتج دون 0.5 g/L، وكلفة تشغيل لا تتجاوز OMR 0.250 للمتر المكعب.', en: '60 m³/d a unit, product water below 0.5 g/L, running cost of at most OMR 0.250 per cubic metre.', zh: '单台产水 60 m³/d，产水盐度低于 0.5 g/L，运行成本不超过每立方米 OMR 0.250。' }),
  criteria: [{ id: '1', param: 'Product salinity', op: '<=', value: '0.5', unit: 'g/L', force: 'must' }, { id: '2', param: 'كلفة التشغيل', op: '<=', value: '0.250', unit: 'OMR/m³', force: 'should' }],
  organisation: 'ORG-OM-0003', country: 'OM', fields: ['WAT.DESAL', 'AGR.IRR'], sdg: ['6'], trlRange: { min: 6, max: 8 }, cooperation: ['exclusive-licence', 'pilot'], budget: { max: '250000', currency: 'OMR' },
  site: [{ id: '1', param: 'ambient', min: 8, max: 44, unit: '°C' }, { id: '2', param: 'salinity', min: 7, max: 9, unit: 'g/L', note: 'بئر 3' }, { id: '3', param: 'power', max: 12, unit: 'kW' }],
  partnerSought: ml({ ar: 'مورّد يتولى التركيب والتدريب ويشارك في تطبيق تجريبي.', en: 'A supplier who installs, trains and takes part in a pilot.' }),
}

export const deal: RecordOf<'deal'> = {
  ...base('deal', 'D-2026-0031', { zh: '阿曼苦咸水淡化膜许可与合资', ar: 'ترخيص أغشية التحلية ومشروع مشترك في عُمان', en: 'Desalination membrane licence and joint venture in Oman', he: 'רישיון לממברנות התפלה ומיזם משותף בעומאן' }),
  visibility: { level: 'deal-room', deal: 'D-2026-0031' },
  summary: ml({
    zh: '研究院拟授予瓦哈公司在阿曼、沙特和阿联酋的独占许可，双方在苏哈尔设立合资组装厂，首期建设三座示范站。', ar: 'يعتزم المعهد منح شركة الواحة ترخيصًا استئثاريًا في عُمان والسعودية والإمارات، على أن يؤسس الطرفان مصنع تجميع مشتركًا في صحار، وتبدأ المرحلة الأولى بثلاث محطات إيضاحية.', en: 'The institute would grant Al Waha an exclusive licence for Oman, Saudi Arabia and the United Arab Emirates; both would set up an assembly plant in Sohar, starting with three demonstration stations.', he: 'המכון מתכוון להעניק לחברת אל־ואחה רישיון ייחודי בעומאן, בערב הסעודית ובאיחוד האמירויות; הצדדים יקימו מפעל הרכבה משותף בסוהאר, ובשלב הראשון יוקמו שלוש תחנות הדגמה.',
  }),
  parties: [
    { id: '1', organisation: 'ORG-CN-0007', role: 'provider', centre: 'HUB', share: 49, signatory: '李艳梅', capacity: '院长' },
    { id: '2', organisation: 'ORG-OM-0003', role: 'recipient', share: 51, signatory: 'سالم الحارثي', capacity: 'الرئيس التنفيذي' },
  ],
  centres: ['HUB'], items: ['TO-CN-2026-00417', 'TR-OM-2026-00102'], cooperation: ['exclusive-licence', 'joint-venture'], direction: 'outbound', stage: 'terms',
  value: { amount: '1850000', currency: 'USD' }, probability: 60, expectedClose: { iso: '2027-02-28' },
  terms: [
    { id: '1', term: 'entry-fee', value: 'Two instalments: on signature and on delivery of the documents', amount: '350000', currency: 'USD' },
    { id: '2', term: 'royalty', value: '3%–5% من صافي المبيعات، حسب السنة' },
    { id: '3', term: 'minimum', value: '自第 2 年起每年', amount: '40000.500', currency: 'OMR' },
    { id: '4', term: 'term', value: '10 years from registration' },
  ],
  governingLaw: 'OM', seat: 'Muscat', languages: ['ar', 'zh', 'en'], prevailing: 'en',
  milestones: [
    { id: '1', title: 'توقيع ورقة الشروط', due: '2026-10-15', done: '2026-10-14' },
    { id: '2', title: '首座示范站投运', due: '2027-05-31', amount: '120000', currency: 'USD' },
    { id: '3', title: 'Acceptance of three stations', due: '2027-11-30', amount: '230000', currency: 'USD' },
  ],
  notes: [{ id: '1', text: 'INTERNAL-NOTE their board is split', lang: 'en', by: 'x', at: '2026-10-01T08:00:00Z' }],
  checklist: [{ id: '1', item: 'x', done: true }],
}

export const document: RecordOf<'document'> = {
  ...base('document', 'DOC-2026-0090', { zh: '保密协议', en: 'Non-disclosure agreement', ar: 'اتفاقية عدم إفصاح', he: 'הסכם סודיות' }),
  documentKind: 'nda', deal: 'D-2026-0031', state: 'signed', confidentiality: 'parties', language: 'en', signedOn: { iso: '2026-06-30' },
  versions: [{ id: '1', sha256: '7c1ea940'.repeat(8), mime: 'application/pdf', bytes: 182_300, name: 'nda.pdf', at: '2026-06-30T10:00:00Z', by: 'UPLOADER-NAME' }],
}
export const ownDocument: RecordOf<'document'> = { ...base('document', 'DOC-2026-0091', { en: 'OWN-SIDE valuation' }), documentKind: 'valuation', deal: 'D-2026-0031', state: 'draft', confidentiality: 'own-side' }
export const organisations = [provider, recipient]
