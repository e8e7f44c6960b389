import type { BankFile } from '../bank-file';
import { Unreadable } from '../unreadable';
import { EF, field, RECORD_LENGTH } from './layout';
import type { Movement } from './movement';
import { RhAccount } from './rh-account';

/** The record that came last, which decides what may follow. */
type Stage = 'outside' | 'flow' | 'account' | 'movement' | 'closed';

/** After which stages each record may come. RH is looked at apart: before the end of a flow it means that the flow was cut. */
const ALLOWED: Readonly<Record<string, readonly Stage[]>> = {
	'61': ['flow', 'account', 'movement', 'closed'],
	'62': ['account', 'movement'],
	'63': ['movement'],
	'64': ['account', 'movement', 'closed'],
	'65': ['closed'],
	EF: ['flow', 'account', 'movement', 'closed']
};

const isBlank = (text: string): boolean => /^ *$/.test(text);

/** Gets the lines of a CBI account report and passes its statements on. */
export class RhFlows {
	private stage: Stage = 'outside';
	private flow = '';
	private accounts = 0;
	private records = 0;
	private account: RhAccount | null = null;
	private pending: Movement | null = null;

	constructor(private readonly file: BankFile) {}

	/** @param line without its end @param number from 1 */
	line(line: string, number: number): void {
		if (isBlank(line)) return;
		if (!isBlank(line.slice(RECORD_LENGTH)) || line[0] !== ' ') throw new Unreadable('structure', number);
		const type = line.slice(1, 3);
		if (type === 'RH') this.begin(line, number);
		else this.record(type, line, number);
	}

	/** @param number of the last line */
	end(number: number): void {
		if (this.stage !== 'outside') throw new Unreadable('truncated', number);
		if (this.file.statements === 0) throw new Unreadable('structure');
	}

	private begin(line: string, number: number): void {
		if (this.stage !== 'outside') throw new Unreadable('truncated', number);
		this.stage = 'flow';
		this.flow = line;
		this.accounts = 0;
		this.records = 1;
	}

	private record(type: string, line: string, number: number): void {
		this.records += 1;
		const stages = Object.hasOwn(ALLOWED, type) ? ALLOWED[type]! : null;
		if (stages && !stages.includes(this.stage)) throw new Unreadable('structure', number);
		if (type !== '63') this.endMovement();
		if (stages === null) this.unknown(number);
		else this.known(type, line, number);
	}

	private known(type: string, line: string, number: number): void {
		if (type === '61') this.beginAccount(line, number);
		if (type === '62') this.beginMovement(line, number);
		if (type === '63') this.pending!.details.push(line);
		if (type === '64') this.closeAccount(line, number);
		if (type === 'EF') this.endFlow(line, number);
	}

	private unknown(number: number): void {
		if (this.account) this.account.unknownRecord(number);
		else this.file.say(number)('record-unknown');
		if (this.stage === 'movement') this.stage = 'account';
	}

	private beginAccount(line: string, number: number): void {
		this.account?.end();
		this.account = new RhAccount(line, number, this.flow, this.file);
		this.accounts += 1;
		this.stage = 'account';
	}

	private beginMovement(record: string, line: number): void {
		this.pending = { line, record, details: [] };
		this.stage = 'movement';
	}

	private endMovement(): void {
		if (this.pending) this.account!.movement(this.pending);
		this.pending = null;
	}

	private closeAccount(line: string, number: number): void {
		this.account!.closing(line, number);
		this.stage = 'closed';
	}

	private endFlow(line: string, number: number): void {
		this.account?.end();
		this.account = null;
		this.stage = 'outside';
		const counted = [this.accounts, this.records];
		const said = [EF.accounts, EF.records].map((positions) => field(line, positions));
		if (said.some((text, at) => !/^\d+$/.test(text ?? '') || Number(text) !== counted[at])) {
			this.file.say(number)('count-mismatch');
		}
	}
}
