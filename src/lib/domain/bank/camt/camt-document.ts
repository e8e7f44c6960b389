import type { BankFile } from '../bank-file';
import type { BankFormat, Message } from '../statement';
import { tidy } from '../text';
import { Unreadable } from '../unreadable';
import { CamtStatement } from './camt-statement';
import { kindOf, shapeOf, type CamtKind } from './format';
import type { EntryKey, HeaderKey, StatementKey } from './paths';
import { Raw } from './raw';
import type { Step } from './shape';

/** An element as it opens. */
export interface OpenedElement {
	/** Without its prefix. */
	readonly name: string;
	readonly namespace: string;
	/** The attribute `Ccy`, if it has one. */
	readonly currency: string | undefined;
	/** On which it begins. */
	readonly line: number;
}

/** An element that is read, between its beginning and its end. */
interface Frame {
	readonly step: Step;
	/** The thing that its text belongs to. */
	readonly raw: Raw;
	text: string;
}

/**
 * Gets a document element by element and passes its statements on. It goes by the names of elements, not by their
 * order, and skips with all they hold the elements that it does not read, and those of other namespaces.
 */
export class CamtDocument {
	private kind: CamtKind | null = null;
	private namespace = '';
	private readonly frames: Frame[] = [];
	private message: Raw<HeaderKey> | null = null;
	private statement: CamtStatement | null = null;
	private skipped = 0;

	constructor(private readonly file: BankFile) {}

	/** Known when the root has opened. */
	get format(): BankFormat | null {
		return this.kind?.format ?? null;
	}

	get header(): Message | null {
		if (!this.message?.has('header')) return null;
		return { id: this.message.text('id'), created: this.message.text('created') };
	}

	open(element: OpenedElement): void {
		if (!this.kind) this.openRoot(element);
		else if (this.skipped > 0 || element.namespace !== this.namespace || !this.enter(element)) this.skipped += 1;
	}

	/** A piece of the own text of the element that was opened last and is not closed. */
	text(piece: string): void {
		const frame = this.skipped === 0 ? this.frames.at(-1) : undefined;
		if (frame?.step.key) frame.text += piece;
	}

	close(): void {
		if (this.skipped > 0) {
			this.skipped -= 1;
			return;
		}
		const frame = this.frames.pop();
		if (frame) this.leave(frame);
		else this.closeRoot();
	}

	private openRoot({ name, namespace, line }: OpenedElement): void {
		const kind = name === 'Document' ? kindOf(namespace) : undefined;
		if (!kind) throw new Unreadable('namespace', line);
		this.kind = kind;
		this.namespace = namespace;
	}

	private closeRoot(): void {
		if (this.file.statements === 0) throw new Unreadable('structure');
	}

	/** Steps into an element that is read; answers false for any other. */
	private enter(element: OpenedElement): boolean {
		const frame = this.frames.at(-1);
		if (!frame) return this.enterMessage(element);
		this.refuseAfterEntries(frame, element);
		const step = frame.step.within.get(element.name);
		if (!step) return false;
		const raw = step.record === null ? frame.raw : new Raw(element.line);
		if (step.currencyKey !== null && element.currency !== undefined) raw.set(step.currencyKey, tidy(element.currency));
		this.frames.push({ step, raw, text: '' });
		if (step.record === this.kind!.statement) {
			this.statement = new CamtStatement(raw as Raw<StatementKey>, this.kind!, this.file);
		}
		if (step.record === 'Ntry') this.statement!.hasEntries = true;
		return true;
	}

	private enterMessage({ name, line }: OpenedElement): boolean {
		// Only the first child is looked at.
		if (this.message) return false;
		if (name !== this.kind!.message) throw new Unreadable('structure', line);
		const raw = new Raw<HeaderKey>(line);
		this.message = raw;
		this.frames.push({ step: shapeOf(this.kind!), raw, text: '' });
		return true;
	}

	private refuseAfterEntries({ step }: Frame, { name, line }: OpenedElement): void {
		if (step.record !== this.kind!.statement || !this.statement!.hasEntries) return;
		if (name === 'Acct' || name === 'Bal') throw new Unreadable('structure', line);
	}

	private leave({ step, raw, text }: Frame): void {
		if (step.key !== null && step.all) raw.push(step.key, tidy(text));
		else if (step.key !== null) raw.set(step.key, tidy(text));
		if (step.record === null) return;
		if (step.record === this.kind!.statement) this.statement!.end();
		else if (step.record === 'Ntry') this.statement!.entry(raw as Raw<EntryKey>);
		else this.frames.at(-1)!.raw.pushRecord(step.record, raw);
	}
}
