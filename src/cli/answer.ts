/** The text on standard output, piece by piece, however slow its reader. */
export async function answer(pieces: Iterable<string | Uint8Array>): Promise<void> {
	for (const piece of pieces) await write(piece);
}

function write(piece: string | Uint8Array): Promise<void> {
	return new Promise((resolve, reject) => {
		process.stdout.write(piece, (error) => (error ? reject(error) : resolve()));
	});
}
