import { Unavailable } from './outage';

/** How long a write waits for those before it, in milliseconds. Whoever waits longer has gone, or believes it is broken. */
export const LONGEST_WAIT_MS = 2_000;

/** One holder at a time, in the order of asking. */
export class Turns {
	#isTaken = false;
	readonly #waiting: (() => void)[] = [];

	/** Resolves when the turn is there, to what ends it. Rejects with Unavailable after LONGEST_WAIT_MS. */
	async take(): Promise<() => void> {
		if (this.#isTaken) await this.#wait();
		this.#isTaken = true;
		return () => {
			const next = this.#waiting.shift();
			// The next one holds it from now on: nobody who asks in between comes first.
			if (next) next();
			else this.#isTaken = false;
		};
	}

	#wait(): Promise<void> {
		return new Promise((resolve, reject) => {
			const start = () => {
				clearTimeout(timer);
				resolve();
			};
			const timer = setTimeout(() => {
				this.#waiting.splice(this.#waiting.indexOf(start), 1);
				reject(new Unavailable(`other writes took longer than ${LONGEST_WAIT_MS} ms`));
			}, LONGEST_WAIT_MS);
			this.#waiting.push(start);
		});
	}
}
