/** British spellings of the field's words in American form. Endings by rule where the rule has no exceptions; the rest by list. */
const PAIRS: Record<string, string> = {}
const list = `colour color|flavour flavor|behaviour behavior|labour labor|harbour harbor|vapour vapor|odour odor|rumour rumor|tumour tumor|neighbour neighbor|favour favor|honour honor|humour humor|armour armor|savour savor|endeavour endeavor
centre center|metre meter|litre liter|fibre fiber|theatre theater|calibre caliber|spectre specter|kilometre kilometer|millimetre millimeter|micrometre micrometer|nanometre nanometer|centimetre centimeter|sabre saber|lustre luster
aluminium aluminum|sulphur sulfur|sulphate sulfate|sulphide sulfide|sulphuric sulfuric|desulphurisation desulfurization|oestrogen estrogen|anaemia anemia|anaesthesia anesthesia|haemoglobin hemoglobin|haematology hematology|leukaemia leukemia|paediatric pediatric|oedema edema|faeces feces|foetal fetal|foetus fetus|diarrhoea diarrhea|orthopaedic orthopedic|gynaecology gynecology|caesium cesium|manoeuvre maneuver|aeroplane airplane|encyclopaedia encyclopedia
defence defense|offence offense|licence license|practise practice|pretence pretense
plough plow|mould mold|moult molt|grey gray|tyre tire|kerb curb|draught draft|cheque check|programme program|catalogue catalog|analogue analog|dialogue dialog|monologue monolog|prologue prolog|ageing aging|storey story|pyjamas pajamas|sceptical skeptical|cosy cozy|artefact artifact|enquiry inquiry|grey gray|speciality specialty|instalment installment|enrolment enrollment|fulfil fulfill|skilful skillful|jewellery jewelry|woollen woolen|councillor councilor|counsellor counselor|acknowledgement acknowledgment|judgement judgment
travelled traveled|travelling traveling|modelling modeling|modelled modeled|labelled labeled|labelling labeling|channelled channeled|channelling channeling|signalled signaled|signalling signaling|fuelled fueled|fuelling fueling|cancelled canceled|cancelling canceling|levelled leveled|levelling leveling|tunnelling tunneling|panelled paneled|dialled dialed|marshalling marshaling
analyse analyze|analysed analyzed|analysing analyzing|analyser analyzer|catalyse catalyze|catalysed catalyzed|catalysing catalyzing|hydrolyse hydrolyze|hydrolysed hydrolyzed|paralyse paralyze|electrolyse electrolyze|electrolyser electrolyzer|dialyse dialyze|breathalyser breathalyzer`
for (const pair of list.split(/[|\n]/)) {
  const [from, to] = pair.split(' ')
  PAIRS[from!] = to!
}
const ise = /^(.{2,}(?:al|an|ar|er|il|im|in|iv|on|or|ot|ut|it|yt|id|od|ic|at|en|yn|om|ym|as|et|ag|yg|ur|os|ol))is(e|es|ed|er|ers|ing|ation|ations|able)$/
/** Words that end like -ise verbs and are none. */
const NOT_ISE = /^(?:exercis|precis|promis|compris|surpris|enterpris|disguis|premis|treatis|expertis|franchis|otherwis|likewis|advertis|improvis|supervis|televis|compromis|merchandis|paradis|rais|prais|nois|pois|wis|concis|excis|incis|revis|advis|devis|demis|circumcis|cruis|bruis|apprais|chastis)/

export function american(word: string): string {
  const direct = PAIRS[word] ?? (word.endsWith('s') ? PAIRS[word.slice(0, -1)] : undefined)
  if (direct !== undefined) return direct + (PAIRS[word] === undefined ? 's' : '')
  const spelled = ise.exec(word)
  return spelled && !NOT_ISE.test(word) ? `${spelled[1]}iz${spelled[2]}` : word
}
