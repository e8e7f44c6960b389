/** Control, direction and zero-width signs, fillers, signs that Unicode gives no shape, and the empty braille pattern. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cn}\p{Co}\p{Default_Ignorable_Code_Point}\u2800]/u;
/** Persian and Indian scripts join and part letters with these. */
const JOINERS = /(?<=\p{L}\p{M}*)[\u200c\u200d](?=\p{L})/gu;

/** Whether a text holds signs that nobody sees: two names or addresses that look the same would not be, and one may hide. */
export const hasInvisibleSigns = (text: string): boolean => INVISIBLE.test(text.replaceAll(JOINERS, ''));
