import { vi } from 'vitest';
import { commands } from '../../src/cli/commands';

/** Runs a command in this process. Returns its exit code and what it wrote to each stream. */
export async function call(name: string, ...args: string[]) {
	const heard = { out: '', err: '' };
	const listen = (stream: 'stdout' | 'stderr', into: 'out' | 'err') =>
		vi.spyOn(process[stream], 'write').mockImplementation((chunk: unknown, done?: unknown) => {
			heard[into] += String(chunk);
			if (typeof done === 'function') (done as () => void)();
			return true;
		});
	const spies = [listen('stdout', 'out'), listen('stderr', 'err')];
	try {
		const command = await commands[name]!();
		return { code: await command.run(args), ...heard };
	} finally {
		for (const spy of spies) spy.mockRestore();
	}
}
