import type { Instant } from '$lib/domain/calendar/instant';

const MachineDate = Date;

/**
 * The clock of a history, in place of the machine's: it stands still until it is moved. Every act has an instant of its own,
 * so that what is written tells which act wrote it.
 */
export class Clock {
	#moment: number;

	constructor(start: Instant) {
		this.#moment = MachineDate.parse(start);
	}

	/** The instant of the next act, a second after the last. */
	tick(): Instant {
		this.move(1_000);
		return this.now();
	}

	now(): Instant {
		return new MachineDate(this.#moment).toISOString();
	}

	move(milliseconds: number): void {
		this.#moment += milliseconds;
	}

	/** Moves to `instant` if it lies ahead. */
	moveTo(instant: Instant): void {
		this.#moment = Math.max(this.#moment, MachineDate.parse(instant));
	}

	/** Runs `work` by this clock. */
	async during<Result>(work: () => Promise<Result>): Promise<Result> {
		const moment = () => this.#moment;
		globalThis.Date = class extends MachineDate {
			constructor(...given: [] | [string]) {
				if (given.length === 0) super(moment());
				else super(...given);
			}
			static override now = moment;
		} as DateConstructor;
		try {
			return await work();
		} finally {
			globalThis.Date = MachineDate;
		}
	}
}
