import type { ActName } from './acts/all';

/** What a stage of the way brings, done without any fault before the histories that begin there. */
type Opening = {
	readonly from?: StageName;
	readonly steps: readonly (readonly [ActName | 'time' | 'jobs', who: number])[];
};

/** Where histories begin, each after another, so that short ones reach every part of the way. */
export const stageNames = [
	'open',
	'answered',
	'sent',
	'closed',
	'published',
	'offered',
	'letting',
	'proposed'
] as const;
export type StageName = (typeof stageNames)[number];

const [ANNA, BRUNO, CARLA] = [0, 1, 2];
const [OFFICER, MANAGER] = [0, 2];
const NEXT_DEADLINE = 2;

export const openings: Readonly<Record<StageName, Opening>> = {
	open: { steps: [] },
	answered: {
		from: 'open',
		steps: [ANNA, BRUNO, CARLA].flatMap((who) => [
			['answers everything', who] as const,
			['tells how to be reached', who] as const
		])
	},
	sent: {
		from: 'answered',
		steps: [ANNA, BRUNO, CARLA].map((who) => ['sends the request', who] as const)
	},
	closed: {
		from: 'sent',
		steps: [
			['time', NEXT_DEADLINE],
			['enters the draw', OFFICER],
			['enters the draw', MANAGER]
		]
	},
	published: {
		from: 'closed',
		steps: [
			['prepares the round', OFFICER],
			['approves the round', MANAGER],
			['publishes the round', OFFICER]
		]
	},
	offered: { from: 'published', steps: [['makes the offers', OFFICER]] },
	letting: {
		from: 'open',
		steps: [
			['begins a listing', 0],
			['answers the listing', 0],
			['says where the agency can call', 0],
			['sends the listing', 0],
			['looks for an agreed rent', ANNA],
			['looks for an agreed rent', BRUNO]
		]
	},
	proposed: {
		from: 'letting',
		steps: [
			['inspects the home', 0],
			['publishes the listing', 0],
			['is proposed for the home', ANNA],
			['is proposed for the home', BRUNO]
		]
	}
};

const ways = {
	people: ['asks to sign up', 'confirms the address'],
	requests: [
		'tells how to be reached',
		'answers everything',
		'answers the income',
		'answers the home',
		'sends the request',
		'sends the request',
		'withdraws the request'
	],
	rounds: [
		'opens the other notice',
		'enters the draw',
		'prepares the round',
		'approves the round',
		'publishes the round'
	],
	offers: [
		'makes the offers',
		'accepts the offer',
		'refuses the offer',
		'takes the offer back',
		'registers the contract',
		'hands over the keys',
		'announces a rejection',
		'excludes the request',
		'drops the rejection'
	],
	listings: [
		'begins a listing',
		'answers the listing',
		'says where the agency can call',
		'sends the listing',
		'withdraws the listing',
		'inspects the home',
		'publishes the listing',
		'refuses the listing'
	],
	homes: [
		'looks for an agreed rent',
		'ends the search',
		'is proposed for the home',
		'says yes to the home',
		'is said yes by the landlord',
		'says no to the home',
		'is said no by the landlord',
		'has the contract of the home',
		'gets the keys of the home',
		'has the home released'
	]
} as const satisfies Record<string, readonly ActName[]>;

/** What people do most from each stage on. */
export const likely: Readonly<Record<StageName, readonly ActName[]>> = {
	open: [...ways.people, ...ways.people, ...ways.requests, 'opens the other notice'],
	answered: [...ways.requests, ...ways.people],
	sent: [...ways.requests, ...ways.rounds, 'announces a rejection', 'excludes the request', 'drops the rejection'],
	closed: [...ways.rounds, ...ways.rounds, ...ways.offers, 'withdraws the request'],
	published: [...ways.offers, ...ways.rounds],
	offered: [...ways.offers, ...ways.offers, ...ways.rounds, 'withdraws the request'],
	letting: [...ways.listings, ...ways.homes],
	proposed: [...ways.homes, ...ways.homes, 'withdraws the listing', 'begins a listing']
};
