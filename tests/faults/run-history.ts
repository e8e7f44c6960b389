import { heal } from './passages';
import type { History } from './history';
import { violations } from './invariants/all';
import { runStep } from './run-step';
import type { StageDatabases } from './stage-databases';

/**
 * Runs a history in a world of its own, ends every fault, and throws what does not hold, with what happened line by line.
 */
export async function runHistory(stages: StageDatabases, { from, steps }: History): Promise<void> {
	const lines = [`from the stage "${from}":`];
	const broken = await stages.inWorld(from, async (world, restart) => {
		try {
			for (const step of steps) lines.push(`${lines.length}. ${await runStep(world, step, restart)}`);
			await heal(world);
			return await violations(world);
		} catch (error) {
			return [errorText(error)];
		}
	});
	if (broken.length > 0) throw new Error([...broken, '', ...lines].join('\n'));
}

function errorText(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	return error.cause ? `${error.message}: ${errorText(error.cause)}` : (error.stack ?? error.message);
}
