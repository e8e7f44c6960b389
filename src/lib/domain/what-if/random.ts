/**
 * Numbers from 0 to 1 (1 excluded) that repeat for the same seed: the generator sfc32 (Chris Doty-Humphrey, public
 * domain). For simulations only. The public number decides a real round.
 * @param seed any 32-bit integer
 */
export function seededNumbers(seed: number): () => number {
	let [a, b, c, counter] = [seed | 0, 0x9e3779b9 | 0, 0x243f6a88 | 0, 1];
	const next = () => {
		const drawn = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (((c << 21) | (c >>> 11)) + drawn) | 0;
		return (drawn >>> 0) / 0x1_0000_0000;
	};
	for (let turn = 0; turn < 12; turn++) next();
	return next;
}
