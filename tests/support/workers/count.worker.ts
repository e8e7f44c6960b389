import type { Report } from '$lib/server/platform/workers/job';

/** A job for testing threads: on request it counts, fails, or never ends. */
export type Told = { readonly to: number; readonly fail?: string; readonly forEver?: boolean };

export async function run({ to, fail, forEver }: Told, report: Report) {
	for (let done = 1; done <= to; done += 1) await report(done, to);
	if (fail) throw new RangeError(fail);
	// Blocks the thread, as a long calculation does.
	while (forEver);
	return { counted: to, secrets: Object.keys(process.env).length };
}
