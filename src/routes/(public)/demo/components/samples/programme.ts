import type { Observation, Source, Statement } from '$lib/domain/programme/observation';
import type { AboutProgramme, Indicator, Operation, OperationLine } from '$lib/domain/programme/operation';
import { arabic, longCode, longSentence, longWord } from './texts';

// Sample figures: those of the programme are on its own page.
const both = (text: string) => ({ it: text, en: text });

export const sources: readonly Source[] = [
	{
		id: 'known',
		title: 'Un documento',
		publisher: 'Una città',
		url: 'https://example.org/',
		date: '2018-06',
		note: null
	},
	{ id: 'long', title: longSentence, publisher: longWord, url: null, date: null, note: both(longSentence) }
];

export const observation: Observation = {
	...{ what: 'ponEuro', name: both('quota annunciata'), unit: 'euro', value: 1_234_567_89, rounded: false },
	...{ asOf: '2018-06-05', source: 'known', certainty: 'published', note: null }
};
export const rounded: Observation = {
	...observation,
	value: 2_500_000_00,
	rounded: true,
	asOf: null,
	certainty: 'press'
};
export const longObservation: Observation = {
	...{ ...observation, name: both(longWord), value: 99_999_999_999_99, source: 'long' },
	note: both(longSentence)
};

export const statement: Statement = {
	...{ id: 'one', kind: 'fact', text: both('Una frase di esempio.'), asOf: '2020' },
	...{ source: 'known', certainty: 'press', note: null }
};
export const longStatement: Statement = {
	...statement,
	id: 'long',
	text: both(longSentence),
	note: both(longWord),
	source: 'long'
};
export const arabicStatement: Statement = { ...statement, text: both(arabic.sentence) };

const line: OperationLine = {
	...{
		id: 'works',
		kind: 'works',
		axis: 4,
		name: 'Lavori di esempio',
		subtitle: null,
		code: 'XX0.0.0',
		codeNote: null
	},
	...{ cup: null, status: 'completed', statusNote: null, startsOn: '2020-01-01', endsOn: '2023-12-31' },
	observations: [observation]
};
export const operation: Operation = {
	...{ id: 'sample', name: 'Un’operazione di esempio', totals: [], dwellings: { real: 40, demo: 23 } },
	lines: [line, { ...line, id: 'none', kind: 'grants', axis: null, code: null, observations: [] }]
};
export const noHomes: Operation = { ...operation, id: 'none', lines: [], dwellings: { real: 0, demo: 0 } };
export const longOperation: Operation = {
	...operation,
	...{
		id: 'long',
		name: longWord,
		lines: [{ ...line, code: longCode, status: null, observations: [observation, rounded] }]
	}
};

export const about: AboutProgramme = {
	...{ name: 'Programma di esempio', cci: '2014XX00XXXX000', decision: null, decisionDate: null },
	...{ eligibleUntil: '2023-12-31', eligibleNote: null, resources: [observation, rounded], allCities: [] },
	statements: [statement]
};
export const longAbout: AboutProgramme = {
	...{ ...about, name: longWord, cci: longCode, resources: [longObservation] },
	statements: [longStatement]
};

export const indicator: Indicator = {
	...{ code: 'CO20', fund: 'FSE', axis: 3, name: both('Numero di progetti'), unit: 'projects' },
	...{ target2018: 4, target2023: 12, certified: 0, demo: 9, declared: [observation], composition: null }
};
export const noTarget: Indicator = {
	...{ ...indicator, code: 'none', certified: null, demo: null, target2018: null, target2023: null },
	declared: []
};
export const named = (text: string): Indicator => ({ ...indicator, code: longCode, name: both(text), unit: text });
