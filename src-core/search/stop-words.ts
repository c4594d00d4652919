/** Words that a question is made of and no record is about. They are not asked for as long as something else is. In exact (folded) form. */
import type { Locale } from '../text/locale.ts'

const WORDS: Record<Exclude<Locale, 'zh'>, string> = {
  en: 'a an the of in on at by to for from with without and or but is are was were be been being am do does did has have had can could will would shall should may might must it its this that these those he she they we you i his her their our your my who whom whose what which when where why how as than then so if not no into about',
  ar: 'ما ماذا من متي اين كيف كم هل لماذا لما اي ايه في علي الي عن مع بين هو هي هم هما هذا هذه ذلك تلك التي الذي الذين اللذان و او ثم ان لا لم لن قد كان كانت يكون تكون كل بعد قبل عند حتي منذ حيث كما اذا اما به بها له لها فيه فيها منه منها عليه عليها',
  he: 'מה מי מתי איפה היכנ כיצד איכ כמה האמ למה מדוע איזה איזו אילו של על את אל עמ מנ הוא היא המ הנ זה זו זאת אלה אלו אשר כי אמ לא כנ או גמ אבל רק היה הייתה היו יש אינ בינ לפני אחרי כל בו בה לו לה שלו שלה שלהמ אותו אותה כדי עד כמו',
}
const STOP = new Set(Object.values(WORDS).flatMap((words) => words.split(' ')))

export const isStopWord = (term: string): boolean => STOP.has(term)
