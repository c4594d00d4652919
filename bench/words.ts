/** The generator's own words: the field's vocabulary in four languages, line by line the same thing. Nothing is copied from a catalogue. */
import type { Locale } from '../src-core/text/locale.ts'

export type Words = Record<Locale, string>
const table = (rows: string): Words[] => rows.trim().split('\n').map((row) => {
  const [zh, ar, en, he] = row.split('|').map((cell) => cell.trim()) as [string, string, string, string]
  return { zh, ar, en, he }
})

/** What is made: a technology, with the field it belongs to. */
export const TOPICS: { field: string; words: Words }[] = `
AGR.IRR|智能滴灌控制系统|نظام ذكي للتحكم بالري بالتنقيط|smart drip irrigation control system|מערכת בקרה חכמה לטפטוף
AGR.SOIL|盐碱地改良调理剂|محسّن للتربة المالحة|saline soil conditioner|משפר לקרקע מלוחה
AGR.CROP|耐旱小麦品种选育|استنباط قمح مقاوم للجفاف|drought-tolerant wheat breeding|טיפוח חיטה עמידה ליובש
AGR.LIVE|反刍动物甲烷减排饲料添加剂|إضافة علفية لخفض ميثان المجترات|feed additive that lowers ruminant methane|תוסף מזון להפחתת מתאן במעלי גירה
AGR.GREEN|沙漠温室蒸发冷却装置|جهاز تبريد بالتبخير لبيوت الصحراء المحمية|evaporative cooler for desert greenhouses|מצנן אידוי לחממות מדבריות
AGR.AQUA|循环水养殖水质净化单元|وحدة تنقية مياه للاستزراع المغلق|water treatment unit for recirculating aquaculture|יחידת טיהור לחקלאות מים סחרורית
WAT.DESAL|低能耗反渗透海水淡化膜|غشاء تناضح عكسي منخفض الطاقة لتحلية مياه البحر|low-energy reverse osmosis desalination membrane|ממברנת אוסמוזה הפוכה להתפלה חסכונית באנרגיה
WAT.WASTE|高盐废水零排放结晶工艺|عملية بلورة لمياه الصرف عالية الملوحة دون تصريف|zero-discharge crystallisation of saline wastewater|גיבוש שפכים מלוחים ללא הזרמה
WAT.MON|在线重金属水质监测仪|جهاز رصد مستمر للمعادن الثقيلة في الماء|online heavy-metal monitor for water|מנטר מקוון למתכות כבדות במים
WAT.HARV|空气取水吸附材料|مادة ماصة لاستخلاص الماء من الهواء|sorbent for harvesting water from air|חומר סופח להפקת מים מהאוויר
ENE.PV|钙钛矿叠层太阳能电池|خلية شمسية ترادفية من البيروفسكايت|perovskite tandem solar cell|תא שמש טנדם מפרובסקיט
ENE.CSP|熔盐塔式光热吸热器|مستقبل شمسي برجي بالأملاح المنصهرة|molten-salt tower receiver for solar heat|קולט מגדל סולרי במלח מותך
ENE.WIND|低风速垂直轴风机|توربين رياح رأسي المحور للسرعات المنخفضة|vertical-axis wind turbine for low wind|טורבינת רוח אנכית לרוח חלשה
ENE.STO|全钒液流储能电池|بطارية تدفق فاناديوم لتخزين الطاقة|vanadium redox flow battery|סוללת זרימה ונדיום לאגירת אנרגיה
ENE.H2|碱性电解水制氢电极|قطب كهربائي للتحليل القلوي وإنتاج الهيدروجين|electrode for alkaline hydrogen electrolysis|אלקטרודה להפקת מימן באלקטרוליזה אלקלית
ENE.GRID|离网微电网能量管理软件|برنامج إدارة الطاقة لشبكة صغيرة معزولة|energy management software for off-grid microgrids|תוכנת ניהול אנרגיה למיקרו־רשת מבודדת
ENV.AIR|工业粉尘静电除尘器|مرسّب كهربائي لغبار المصانع|electrostatic precipitator for industrial dust|משקע אלקטרוסטטי לאבק תעשייתי
ENV.CO2|胺基固体二氧化碳吸附剂|ماص صلب أميني لثاني أكسيد الكربون|solid amine sorbent for carbon dioxide|סופח אמיני מוצק לפחמן דו־חמצני
ENV.DESERT|流沙固定生物结皮技术|تثبيت الرمال بالقشرة الحيوية|biocrust fixation of moving sand|ייצוב חולות נודדים בקרום ביולוגי
HEA.DIA|疟疾快速检测试纸|شريط كشف سريع للملاريا|rapid test strip for malaria|מקלון בדיקה מהיר למלריה
HEA.DEV|便携式超声诊断探头|مسبار محمول للتشخيص بالموجات فوق الصوتية|portable ultrasound probe|מתמר אולטרסאונד נייד
HEA.PHA|长效缓释抗生素微球|كريات مجهرية لمضاد حيوي طويل المفعول|long-acting antibiotic microspheres|כדוריות אנטיביוטיקה בשחרור מושהה
BIO.IND|餐厨废油生产生物柴油酶|إنزيم لإنتاج الديزل الحيوي من زيوت الطعام المستعملة|enzyme for biodiesel from used cooking oil|אנזים להפקת ביודיזל משמן בישול משומש
BIO.FOOD|椰枣糖低温提取工艺|استخلاص سكر التمر عند حرارة منخفضة|low-temperature extraction of date sugar|מיצוי סוכר תמרים בטמפרטורה נמוכה
MAT.POLY|可降解聚乳酸农用地膜|غشاء زراعي متحلل من حمض البولي لاكتيك|degradable polylactic mulch film|יריעת חיפוי מתכלה מחומצה פולילקטית
MAT.COAT|耐高温防腐纳米涂层|طلاء نانوي مقاوم للتآكل والحرارة|heat-resistant anticorrosion nanocoating|ציפוי ננו עמיד לחום ולקורוזיה
MAT.NANO|石墨烯导热散热膜|فيلم غرافين موصل للحرارة|graphene heat-spreading film|יריעת גרפן מוליכת חום
ICT.AI|遥感影像作物估产模型|نموذج تقدير المحصول من صور الاستشعار|crop yield model from satellite images|מודל אומדן יבול מתצלומי לוויין
ICT.LANG|阿汉技术文献机器翻译引擎|محرك ترجمة آلية للوثائق التقنية بين العربية والصينية|machine translation of technical Arabic and Chinese|מנוע תרגום לטקסטים טכניים בערבית ובסינית
ICT.IOT|低功耗土壤墒情传感网络|شبكة مجسّات رطوبة تربة قليلة الاستهلاك|low-power soil moisture sensor network|רשת חיישני לחות קרקע חסכונית
ELE.SEMI|碳化硅功率器件封装|تغليف لأشباه موصلات كربيد السيليكون|packaging of silicon carbide power devices|אריזה להתקני הספק מסיליקון קרביד
ELE.OPT|光纤分布式测温系统|نظام قياس حرارة موزع بالألياف الضوئية|distributed fibre-optic temperature sensing|מערכת מדידת חום מבוזרת בסיב אופטי
MAN.ADD|金属增材制造钛合金粉末|مسحوق سبيكة تيتانيوم للتصنيع بالإضافة|titanium powder for additive manufacturing|אבקת טיטניום לייצור תוספתי
MAN.ROB|果园采摘机器人末端执行器|ذراع قطف آلي لبساتين الفاكهة|robotic gripper for orchard harvesting|תפסן רובוטי לקטיף במטעים
BLD.COOL|辐射制冷建筑屋面涂料|طلاء أسطح للتبريد الإشعاعي|radiative cooling roof paint|צבע גגות לקירור קרינתי
TRA.EV|电动公交快速换电站|محطة تبديل سريع لبطاريات الحافلات الكهربائية|fast battery swap station for electric buses|תחנת החלפת סוללות מהירה לאוטובוסים חשמליים
`.trim().split('\n').map((row) => ({ field: row.slice(0, row.indexOf('|')), words: table(row.slice(row.indexOf('|') + 1))[0]! }))

/** Where it is used. */
export const SITES = table(`
绿洲农场|مزارع الواحات|oasis farms|חוות נווה מדבר
沿海工业园区|المناطق الصناعية الساحلية|coastal industrial parks|פארקי תעשייה בחוף
偏远村庄|القرى النائية|remote villages|כפרים מרוחקים
城市医院|مستشفيات المدن|city hospitals|בתי חולים עירוניים
油气田|حقول النفط والغاز|oil and gas fields|שדות נפט וגז
高原牧区|مراعي الهضاب|highland pastures|אזורי מרעה ברמה
港口与物流中心|الموانئ ومراكز الإمداد|ports and logistics hubs|נמלים ומרכזים לוגיסטיים
大学实验室|مختبرات الجامعات|university laboratories|מעבדות אוניברסיטאיות
盐湖矿区|مناجم البحيرات المالحة|salt lake mines|מכרות באגמי מלח
食品加工厂|مصانع الأغذية|food processing plants|מפעלי מזון
地铁隧道|أنفاق المترو|metro tunnels|מנהרות רכבת תחתית
冷链仓库|مخازن التبريد|cold storage depots|מחסני קירור
`)

/** What it improves. */
export const GAINS = table(`
单位能耗|استهلاك الطاقة|energy use per unit|צריכת האנרגיה ליחידה
用水量|كمية المياه المستعملة|water consumption|צריכת המים
维护成本|كلفة الصيانة|maintenance cost|עלות התחזוקה
材料损耗|فاقد المواد|material losses|אובדן החומר
检测时间|زمن الفحص|testing time|זמן הבדיקה
设备重量|وزن الجهاز|equipment weight|משקל הציוד
化学药剂用量|كمية المواد الكيميائية|chemical dosage|כמות הכימיקלים
二氧化碳排放|انبعاثات الكربون|carbon emissions|פליטות הפחמן
停机次数|عدد مرات التوقف|unplanned stops|השבתות לא מתוכננות
培训周期|مدة التدريب|training period|משך ההכשרה
`)

/** How it works. */
export const MEANS = table(`
模块化膜组件|وحدات غشائية قابلة للتركيب|modular membrane elements|רכיבי ממברנה מודולריים
自适应控制算法|خوارزمية تحكم متكيفة|an adaptive control algorithm|אלגוריתם בקרה מסתגל
纳米复合吸附层|طبقة ماصة نانوية مركبة|a nanocomposite sorbent layer|שכבת ספיחה ננו־מרוכבת
无线传感节点|عقد استشعار لاسلكية|wireless sensor nodes|צמתי חישה אלחוטיים
相变储热材料|مواد متغيرة الطور لخزن الحرارة|phase-change heat storage|חומרי שינוי פאזה לאגירת חום
微生物菌剂|لقاح من الكائنات الدقيقة|a microbial inoculant|תכשיר מיקרוביאלי
数字孪生模型|نموذج توأم رقمي|a digital twin|תאום דיגיטלי
本地可得的原料|مواد خام متوفرة محلياً|locally available feedstock|חומרי גלם מקומיים
低温等离子体处理|معالجة ببلازما باردة|cold plasma treatment|טיפול בפלזמה קרה
高强度复合外壳|غلاف مركب عالي المتانة|a high-strength composite housing|מארז מרוכב חזק
光催化表面|سطح محفز ضوئياً|a photocatalytic surface|משטח פוטוקטליטי
边缘计算网关|بوابة حوسبة طرفية|an edge computing gateway|שער מחשוב קצה
`)

type Sentence = (s: { topic: string; site: string; gain: string; means: string; n: number; m: number; code: string }) => string
/** Sentences of a description, in each language in its own way. */
export const SENTENCES: Record<Locale, Sentence[]> = {
  zh: [
    (s) => `本技术为${s.topic}，采用${s.means}，适用于${s.site}。`,
    (s) => `与现有方案相比，${s.gain}降低${s.n}%，连续运行${s.m}小时未见性能衰减。`,
    (s) => `核心部件已申请专利（${s.code}），可按当地标准调整规格。`,
    (s) => `在${s.site}完成了为期${Math.ceil(s.m / 700)}个月的示范，数据由第三方检测机构核验。`,
    (s) => `操作人员经${s.n}小时培训即可独立完成日常维护，备件可在当地采购。`,
    (s) => `合作方需提供场地、水电接口及不少于${Math.ceil(s.n / 9)}名技术人员。`,
  ],
  ar: [
    (s) => `تقوم التقنية على ${s.means} ضمن ${s.topic}، وهي مهيأة للعمل في ${s.site}.`,
    (s) => `انخفض معها ${s.gain} بنسبة ${s.n}٪ مقارنة بالحلول الشائعة، بعد تشغيل متواصل دام ${s.m} ساعة.`,
    (s) => `المكونات الأساسية مشمولة بطلب براءة رقمه ${s.code}، ويمكن تعديل المواصفات وفق المعايير المحلية.`,
    (s) => `جرى اختبارها في ${s.site} مدة ${Math.ceil(s.m / 700)} أشهر، وتحققت جهة مستقلة من القياسات.`,
    (s) => `يكفي تدريب مدته ${s.n} ساعة لكي يتولى العاملون الصيانة اليومية بأنفسهم.`,
    (s) => `على الشريك توفير الموقع والماء والكهرباء وفريق لا يقل عن ${Math.ceil(s.n / 9)} فنيين.`,
  ],
  en: [
    (s) => `The ${s.topic} relies on ${s.means} and was designed for ${s.site}.`,
    (s) => `Compared with common solutions it cuts ${s.gain} by ${s.n}% over ${s.m} hours of continuous operation.`,
    (s) => `Core components are covered by ${s.code}; dimensions can be adapted to local standards.`,
    (s) => `It was demonstrated in ${s.site} for ${Math.ceil(s.m / 700)} months, and an independent laboratory verified the measurements.`,
    (s) => `Operators need ${s.n} hours of training before they run daily maintenance on their own.`,
    (s) => `The partner provides the site, water and power, and at least ${Math.ceil(s.n / 9)} technicians.`,
  ],
  he: [
    (s) => `הטכנולוגיה, ${s.topic}, מבוססת על ${s.means} ומיועדת ל${s.site}.`,
    (s) => `בהשוואה לפתרונות מקובלים ירדה ${s.gain} ב־${s.n}% לאורך ${s.m} שעות הפעלה רצופות.`,
    (s) => `הרכיבים המרכזיים מוגנים בבקשת פטנט ${s.code}, והמידות ניתנות להתאמה לתקנים המקומיים.`,
    (s) => `נערכה הדגמה בת ${Math.ceil(s.m / 700)} חודשים ב${s.site}, והמדידות אומתו במעבדה חיצונית.`,
    (s) => `לאחר הכשרה של ${s.n} שעות הצוות המקומי מבצע את התחזוקה השוטפת בעצמו.`,
    (s) => `השותף מספק אתר, מים וחשמל וצוות של ${Math.ceil(s.n / 9)} טכנאים לפחות.`,
  ],
}

/** Institutions by what they are; a number and a place make them many. */
export const INSTITUTIONS = table(`
理工大学|جامعة العلوم والتقنية|University of Technology|אוניברסיטה טכנולוגית
水资源研究院|معهد بحوث المياه|Water Research Institute|מכון למחקר מים
新能源有限公司|شركة الطاقة الجديدة|New Energy Company|חברת אנרגיה חדשה
农业科学院|أكاديمية العلوم الزراعية|Academy of Agricultural Sciences|אקדמיה למדעי החקלאות
医疗器械公司|شركة الأجهزة الطبية|Medical Devices Company|חברת מכשור רפואי
材料创新中心|مركز ابتكار المواد|Materials Innovation Centre|מרכז חדשנות בחומרים
科技园管理公司|شركة إدارة المجمع العلمي|Science Park Management|ניהול פארק מדע
智能制造企业|مؤسسة التصنيع الذكي|Smart Manufacturing Works|מפעלי ייצור חכם
`)

export const PLACES: { country: string; words: Words }[] = `
CN|银川|ينتشوان|Yinchuan|ינצ׳ואן
CN|深圳|شنجن|Shenzhen|שנג׳ן
CN|西安|شيآن|Xi’an|שיאן
SA|利雅得|الرياض|Riyadh|ריאד
AE|阿布扎比|أبوظبي|Abu Dhabi|אבו דאבי
JO|安曼|عمّان|Amman|עמאן
OM|苏哈尔|صحار|Sohar|סוהאר
EG|开罗|القاهرة|Cairo|קהיר
IL|海法|حيفا|Haifa|חיפה
IL|贝尔谢巴|بئر السبع|Be’er Sheva|באר שבע
MA|拉巴特|الرباط|Rabat|רבאט
QA|多哈|الدوحة|Doha|דוחה
`.trim().split('\n').map((row) => ({ country: row.slice(0, 2), words: table(row.slice(3))[0]! }))

export const NEEDED: Words = { zh: '寻求', ar: 'مطلوب: ', en: 'Wanted: ', he: 'דרוש: ' }
