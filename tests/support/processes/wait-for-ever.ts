/** Says where a program waits, and waits there until it is killed. */
export function waitForEver(where: string): Promise<never> {
	process.stdout.write(where);
	setInterval(() => {}, 60_000);
	return new Promise<never>(() => {});
}
