/** What a mandate can cover. Each is authorised by itself. */
export const procedures = ['request', 'offer'] as const;
export type Procedure = (typeof procedures)[number];

/**
 * Whether a helper may do an act alone. `own-consent`: only after the person said yes to this very act. The declarations of
 * a request are the person's own (DPR 445/2000 art. 38 and 47), and so is what binds or ends something.
 */
type Rule = 'alone' | 'own-consent';

const rules = {
	request: {
		read: 'alone',
		write: 'alone',
		upload: 'alone',
		reply: 'alone',
		send: 'own-consent',
		withdraw: 'own-consent',
		'change-contact': 'own-consent'
	},
	offer: {
		read: 'alone',
		'book-viewing': 'alone',
		'answer-offer': 'own-consent',
		'change-contact': 'own-consent'
	}
} as const satisfies Readonly<Record<Procedure, Readonly<Record<string, Rule>>>>;

type ActsOf<One extends Procedure> = One extends Procedure ? keyof (typeof rules)[One] : never;

/** What a helper can do for a person. What is in no row, as to erase the account or to say yes, a helper never does. */
export type Act = ActsOf<Procedure>;

/** The rule of an act within a procedure; null where no mandate covers it. */
export function ruleOf(procedure: Procedure, act: Act): Rule | null {
	const of: Readonly<Partial<Record<Act, Rule>>> = rules[procedure];
	return of[act] ?? null;
}

/** The acts of a procedure that a rule is for, in the order of a page. */
export const actsWith = (procedure: Procedure, rule: Rule): Act[] =>
	(Object.keys(rules[procedure]) as Act[]).filter((act) => ruleOf(procedure, act) === rule);
