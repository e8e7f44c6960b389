import { plainSigns } from '../numbers/plain-signs';

const GROUND = /^(?:p(?:iano)?\.? ?)?(?:t|terra|terreno)$|^ground(?: floor)?$|^gf$/;
/** `S1` and `1S` are the first floor below ground; a bare `S` may be half below it. */
const BELOW = /^(?:p(?:iano)?\.? ?)?(?:s(?:ottosuolo|eminterrato)? ?-?([1-5])|([1-5]) ?s)$/;
/** `1°`, `1º piano`, `P1`, `piano 1`, `1st floor`. */
const ABOVE = /^(?:(?:p\.?|piano) ?)?(-?\d{1,2}) ?(?:[°oa^]|st|nd|rd|th)?(?: ?(?:p\.?|piano|floor))?$/;

/** Italian papers write a raised ground floor (rialzato), an attic or a cellar with letters; none of them is one number. */
const NO_ONE_NUMBER =
	/^(?:p(?:iano)?\.? ?)?(?:r|rialzato|ammezzato|s|seminterrato|i|interrato|at|a|attico|mansarda)$|^pr$|^ps$/;

/** A floor as papers write it (`T`, `PT`, `S1`, `1°`), as the number it is; any other text unchanged. */
export function floorNumber(text: string): string {
	const plain = plainSigns(text).toLowerCase();
	if (GROUND.test(plain)) return '0';
	const [, after, before] = BELOW.exec(plain) ?? [];
	if (after ?? before) return `-${after ?? before}`;
	return ABOVE.exec(plain)?.[1] ?? text;
}

/** Whether a floor is written with letters that stand for no one number. */
export const isFloorInWords = (text: string): boolean => NO_ONE_NUMBER.test(plainSigns(text).toLowerCase());
