/** One case in each row: what the format refuses, the text of the file, and the place that the refusal must name. */
type Refused = readonly [sentence: string, text: string | Uint8Array, place: string];

const round = {
	format: 'round/1',
	notice: 'n',
	beacon: '00',
	dwellings: [{ id: 'u1', list: 'l' }],
	applications: [{ id: 'a', choices: ['u1'], keys: { l: [1] } }]
};
const text = JSON.stringify(round);
const changed = (change: object) => JSON.stringify({ ...round, ...change });
const dwelling = (change: object) => changed({ dwellings: [{ ...round.dwellings[0], ...change }] });
const application = (change: object) => changed({ applications: [{ ...round.applications[0], ...change }] });
const key = (number: string) => text.replace('[1]', `[${number}]`);
const bytes = (...parts: (string | number[])[]) =>
	Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
const quota = { kind: 'guarantee', category: 'c', places: 1 };
const other = { id: 'u2', list: 'l' };

/** A valid round. Each of the others differs from it in one thing. */
export const readable = text;

export const refusedRounds: readonly Refused[] = [
	['an unknown member of the round', changed({ note: 'x' }), 'file'],
	['an unknown member of a dwelling', dwelling({ rent: 1 }), 'dwellings[0]'],
	['an unknown member of an application', application({ name: 'x' }), 'applications[0]'],
	['a repeated member', text.replace('"notice"', '"beacon":"00","notice"'), 'file'],
	['a repeated list of keys', text.replace('"l":[1]', '"l":[1],"\\u006c":[1]'), 'applications[0].keys'],
	['null', application({ frozen: null }), 'applications[0].frozen'],
	['a byte order mark', `\ufeff${text}`, 'file'],
	['text that is not UTF-8', bytes('{"notice":"', [0xc3, 0x28], '"}'), 'notice'],
	['an overlong text', bytes('{"notice":"', [0xc0, 0xaf], '"}'), 'notice'],
	['an empty text', changed({ notice: '' }), 'notice'],
	['a lone surrogate, escaped', text.replace('"n"', '"\\udc00"'), 'notice'],
	['a lone surrogate, in bytes', bytes('{"notice":"', [0xed, 0xb0, 0x80], '"}'), 'notice'],
	...Object.keys(round).map((name): Refused => [`a missing ${name}`, changed({ [name]: undefined }), 'file']),
	['a missing id of a dwelling', dwelling({ id: undefined }), 'dwellings[0]'],
	['a missing list', dwelling({ list: undefined }), 'dwellings[0]'],
	['a missing id of an application', application({ id: undefined }), 'applications[0]'],
	['missing choices', application({ choices: undefined }), 'applications[0]'],
	['an unknown dwelling among the choices', application({ choices: ['u1', 'u9'] }), 'applications[0].choices[1]'],
	['an unknown dwelling signed for', application({ frozen: 'u9' }), 'applications[0].frozen'],
	['an unknown application in an order', dwelling({ order: ['z'] }), 'dwellings[0].order[0]'],
	['a repeated dwelling', changed({ dwellings: [round.dwellings[0], round.dwellings[0]] }), 'dwellings[1].id'],
	[
		'a repeated application',
		changed({ applications: [round.applications[0], round.applications[0]] }),
		'applications[1].id'
	],
	['a repeated choice', application({ choices: ['u1', 'u1'] }), 'applications[0].choices[1]'],
	['a repeated application in an order', dwelling({ order: ['a', 'a'] }), 'dwellings[0].order[1]'],
	['a repeated category', application({ categories: ['c', 'c'] }), 'applications[0].categories[1]'],
	['a repeated set-aside', dwelling({ setAside: ['c', 'c'] }), 'dwellings[0].setAside[1]'],
	['a fraction', key('1.5'), 'applications[0].keys.l[0]'],
	['a fraction too small for a double', key('1e-400'), 'applications[0].keys.l[0]'],
	['an integer beyond 2^53 - 1', key('9007199254740992'), 'applications[0].keys.l[0]'],
	['an integer beyond -(2^53 - 1)', key('-9007199254740992'), 'applications[0].keys.l[0]'],
	['a capacity of 0', dwelling({ capacity: 0 }), 'dwellings[0].capacity'],
	[
		'different key lengths inside one list',
		changed({ applications: [...round.applications, { id: 'b', choices: [], keys: { l: [] } }] }),
		'applications[1].keys.l'
	],
	['exclusive without setAside', dwelling({ exclusive: true }), 'dwellings[0].exclusive'],
	['exclusive with an empty setAside', dwelling({ exclusive: true, setAside: [] }), 'dwellings[0].exclusive'],
	['frozen with withdrawn', application({ frozen: 'u1', withdrawn: true }), 'applications[0].frozen'],
	[
		'more frozen holders than places',
		changed({ applications: ['a', 'b'].map((id) => ({ id, choices: [], frozen: 'u1' })) }),
		'applications[1].frozen'
	],
	[
		'quotas across lists',
		changed({ quotas: [quota], dwellings: [...round.dwellings, { ...other, list: 'm' }] }),
		'dwellings[1].list'
	],
	[
		'quotas beside a set-aside',
		changed({ quotas: [quota], dwellings: [...round.dwellings, { ...other, setAside: ['c'] }] }),
		'dwellings[1].setAside'
	],
	[
		'quotas beside an explicit order',
		changed({ quotas: [quota], dwellings: [...round.dwellings, { ...other, order: [] }] }),
		'dwellings[1].order'
	],
	['two quotas for a category', changed({ quotas: [quota, { ...quota, kind: 'ceiling' }] }), 'quotas[1].category'],
	['a quota of 0 places', changed({ quotas: [{ ...quota, places: 0 }] }), 'quotas[0].places'],
	['a quota of another kind', changed({ quotas: [{ ...quota, kind: 'floor' }] }), 'quotas[0].kind'],
	['something after the end', `${text} {}`, 'file'],
	['an upper-case beacon', changed({ beacon: 'AA' }), 'beacon'],
	['half a pair of the beacon', changed({ beacon: 'abc' }), 'beacon']
];
