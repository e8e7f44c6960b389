import fc from 'fast-check';
import type { ActName } from './acts/all';
import { anyFault, type Fault } from './fault';
import type { MailTrouble } from './mailbox';
import { likely, stageNames, type StageName } from './stages';

/** An act of a person, `who` of ten; `beside`: what somebody does in the same moment, or the same act in a second tab. */
type ActStep = {
	readonly act: ActName;
	readonly who: number;
	readonly fault: Fault | null;
	readonly beside: { readonly act: ActName | 'the same'; readonly who: number } | null;
};

export type Step =
	| ActStep
	| { readonly jobs: { readonly fault: Fault | null; readonly mail: MailTrouble | null } }
	| { readonly time: number }
	| { readonly restart: true };

/** What happens from a stage on: the data from which a history is run again. */
export type History = { readonly from: StageName; readonly steps: readonly Step[] };

const LONGEST = 25;
const who = fc.nat(9);
/** One time of three; taken away first when a failing history is made smaller. */
const sometimes = <Value>(value: fc.Arbitrary<Value>) =>
	fc.oneof({ withCrossShrink: true }, { weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
const mail = fc.constantFrom('refused' as const, 'lost' as const);

const stepFrom = (stage: StageName): fc.Arbitrary<Step> => {
	const act = fc.constantFrom(...likely[stage]);
	const same = fc.record({ act: fc.constant('the same' as const), who: fc.constant(0) });
	const beside = fc.oneof(same, fc.record({ act, who }));
	return fc.oneof(
		{ weight: 14, arbitrary: fc.record({ act, who, fault: sometimes(anyFault), beside: sometimes(beside) }) },
		{ weight: 3, arbitrary: fc.record({ jobs: fc.record({ fault: sometimes(anyFault), mail: sometimes(mail) }) }) },
		{ weight: 2, arbitrary: fc.record({ time: fc.nat(3) }) },
		{ weight: 1, arbitrary: fc.constant({ restart: true } as const) }
	);
};

const historyFrom = (from: StageName): fc.Arbitrary<History> =>
	fc.record({
		from: fc.constant(from),
		steps: fc.array(stepFrom(from), { minLength: 1, maxLength: LONGEST, size: 'max' })
	});

/** Short random histories. Without fast-check's bias, which would make the first of a seed the simplest. */
export const anyHistory: fc.Arbitrary<History> = fc.noBias(fc.oneof(...stageNames.map(historyFrom)));
