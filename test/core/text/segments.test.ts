import { expect, test } from 'vitest'
import { code, free, rich } from '../../../src-core/dossier/inline.ts'
import { segments } from '../../../src-core/text/segments.ts'

const shown = (text: string) => segments(text).map((s) => (s.ltr ? `⟦${s.text}⟧` : s.text)).join('')

test.each([
  ['إلى 1.86 kWh/m³ عند ملوحة تغذية 42,000 mg/L ودرجة حرارة 32 °C.', 'إلى ⟦1.86 kWh/m³⟧ عند ملوحة تغذية ⟦42,000 mg/L⟧ ودرجة حرارة ⟦32 °C⟧.'],
  ['نسبة رفض الأملاح 99.78% ± 0.04، ولم', 'نسبة رفض الأملاح ⟦99.78% ± 0.04⟧، ولم'],
  ['(2025-03 إلى 2025-09)', '(⟦2025-03⟧ إلى ⟦2025-09⟧)'],
  ['أكسيد الغرافين GO بتركيز 0.02–0.05% وزنًا', 'أكسيد الغرافين ⟦GO⟧ بتركيز ⟦0.02–0.05%⟧ وزنًا'],
  ['שנחאי אופטו־סנס בע״מ (上海光感科技有限公司)', 'שנחאי אופטו־סנס בע״מ (⟦上海光感科技有限公司⟧)'],
  ['לפי צו (Wassenaar 6.A.8), תמלוגים', 'לפי צו (⟦Wassenaar 6.A.8⟧), תמלוגים'],
  ['الرمز ECCN 2B352.d في حال', 'الرمز ⟦ECCN 2B352.d⟧ في حال'],
  ['عند -5 °C فقط', 'عند ⟦-5 °C⟧ فقط'],
  ['عند −5 °C', 'عند ⟦−5 °C⟧'],
  ['الهاتف +86 951 508 2266، البريد a.b@example.org.', 'الهاتف ⟦+86 951 508 2266⟧، البريد ⟦a.b@example.org⟧.'],
  ['براءة CN 115 876 234 B وطلب PCT/CN2023/081234', 'براءة ⟦CN 115 876 234 B⟧ وطلب ⟦PCT/CN2023/081234⟧'],
  ['ב־TRL 6 (לפחות)', 'ב־⟦TRL 6⟧ (לפחות)'],
  ['תקן ISO 9001:2015 / GB/T 20103', 'תקן ⟦ISO 9001:2015 / GB/T 20103⟧'],
  ['ערבית / English', 'ערבית / ⟦English⟧'],
  ['English – عربي', '⟦English⟧ – عربي'],
  ['مساهمة (مقفلة)', 'مساهمة (مقفلة)'],
  ['طلب (Technology Request)', 'طلب (⟦Technology Request⟧)'],
  ['תמלוגים (3%–5%), ±2 cm', 'תמלוגים (⟦3%–5%⟧), ⟦±2 cm⟧'],
  ['في Muscat, Oman 2026', 'في ⟦Muscat, Oman 2026⟧'],
  ['α = 0.5 في', '⟦α = 0.5⟧ في'],
  ['أ', 'أ'], ['12', '⟦12⟧'], ['', ''], ['—', '—'], ['( ', '( '],
])('%s', (text, expected) => expect(shown(text)).toBe(expected))

test('no character is lost or moved, whatever the text', () => {
  const pool = ['ت', 'ש', 'a', '海', '1', ' ', '(', ')', '-', '–', '/', '.', ',', '%', '°C', 'µ', '👩‍🔬', '+', '״', '\u0301']
  let seed = 3
  const next = (n: number) => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed % n }
  for (let k = 0; k < 5000; k++) {
    const text = Array.from({ length: next(24) }, () => pool[next(pool.length)]).join('')
    expect(segments(text).map((s) => s.text).join('')).toBe(text)
    expect(segments(text).some((s) => s.ltr && /[\u0590-\u06ff]/.test(s.text))).toBe(false)
  }
})

test('HTML in a text stays text, and a number holds its unit', () => {
  expect(rich('ar', '<img src=x> & 5 kW')).not.toContain('<img')
  expect(rich('en', '<b>"x" & \'y\'</b>')).toBe('&lt;b&gt;&quot;x&quot; &amp; &#39;y&#39;&lt;/b&gt;')
  expect(rich('zh', '单位能耗为 1.86 kWh/m³，最高 45 °C，运行 4,200 h，3 月')).toBe('单位能耗为 1.86\u00a0kWh/m³，最高 45\u00a0°C，运行 4,200\u00a0h，3 月')
  expect(rich('en', 'in 2024 the plant ran 72 h at 5 bar')).toBe('in 2024 the plant ran 72\u00a0h at 5\u00a0bar')
  expect(rich('en', 'of شركة الواحة in')).toBe('of <bdi dir="rtl" lang="ar">شركة الواحة</bdi> in')
  expect(code('CN 1\u202e15')).toBe('<bdi dir="ltr" class="code">CN 115</bdi>')
  expect(free('脱盐率')).toContain('lang="zh" dir="ltr"')
  expect(free('סף 5%')).toContain('lang="he" dir="rtl"')
})
