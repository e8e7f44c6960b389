import { buildingGroups, dwellingGroups } from '$lib/domain/accessibility/survey-groups';
import type { Photograph, SurveyAnswer, SurveyData } from '$lib/ui/survey/survey-page';
import { home, longHome, provenance, route } from './homes';
import { arabic, longCode, longName, longSentence, longWord } from './texts';

const photograph = (id: string, takenBy: string): Photograph => ({
	...{ id, part: 'bathroom', width: 400, height: 300, takenOn: '2026-03-03', takenBy }
});
export const photographs = [photograph('sample-1', 'R. Riva'), photograph('sample-2', longWord)];
export const manyPhotographs = Array.from({ length: 12 }, (_, index) => photograph(`sample-${index}`, arabic.name));

/** A survey of the sample flat. */
export const flatSurvey: SurveyData = {
	...{ surveyId: 'sample', photoId: 'sample', kind: 'dwelling', id: home.id, code: home.code, unit: home.unit },
	...{ building: home.building, synthetic: true, groups: dwellingGroups, known: { flatDoorMm: 900 }, route: null },
	...{ provenance, promised: [], photographs: [], today: '2026-11-27', actor: { name: 'R. Riva' }, owner: 'sample' },
	...{ saved: false, photo: null }
};
export const buildingSurvey: SurveyData = {
	...flatSurvey,
	...{ kind: 'building', unit: null, groups: buildingGroups, known: { lift: true }, route, promised: ['SECONDO-2026'] },
	...{ photographs, saved: true, photo: 'kept' }
};
export const longSurvey: SurveyData = {
	...flatSurvey,
	...{ building: longHome.building, unit: longWord, promised: [longCode], actor: { name: longName }, photographs }
};

/** A form that came back: two errors, a doubtful measure, a value that somebody else wrote meanwhile. */
export const refusedSurvey = (text: string): NonNullable<SurveyAnswer> => ({
	errors: { on: text, surveyor: text },
	problem: text,
	values: { flatDoorMm: '9', corridorMm: text },
	doubts: [{ field: 'flatDoorMm', value: 90, why: 'unusual', least: 600, most: 1_400, perhaps: 900 }],
	conflicts: [{ feature: 'innerDoorMm', stands: { value: 800, how: 'measured', on: '2026-11-26', surveyor: text } }],
	photoError: text
});
export const longRefused = refusedSurvey(`${longSentence} ${longWord}`);
