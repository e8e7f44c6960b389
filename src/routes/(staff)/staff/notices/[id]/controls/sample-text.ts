import type { Instant } from '$lib/domain/calendar/instant';
import type { SamplingRule } from '$lib/domain/controls/sampling-rules';
import { quicknet, roundTime } from '$lib/domain/draw/drand';
import { m } from '$lib/paraglide/messages';
import type { readSamples } from '$lib/server/requests/controls/reading-service';
import { stratumName } from '$lib/words/control-text';
import { formatDate, formatDateTime, formatNumber, formatPoints } from '$lib/words/format';

type Sample = NonNullable<Awaited<ReturnType<typeof readSamples>>>['samples'][number];

/** The risks of a request in words, by the rule in force. */
export const ruleText = ({ nearLimitPercent, wordAlonePoints }: SamplingRule) => ({
	risks: [
		m.sample_risk_income({ percent: nearLimitPercent }),
		m.sample_risk_word({ points: formatPoints(wordAlonePoints) })
	]
});

/** A sample in words. `stage`: whom it waits for. */
export function sampleText(sample: Sample, now: Instant) {
	const { id, outcome, seedRound, seed, drawnAt, groups, controls } = sample;
	return {
		id,
		title: m.sample_of({ when: formatDate(sample.proposedAt) }),
		stage: stageOf(sample, now),
		history: historyOf(sample),
		population: m.sample_population({ hash: sample.populationHash }),
		groups: groups.map(({ stratum, count, percent, drawn }) => ({
			name: stratumName[stratum](),
			...{ count: formatNumber(count), percent: `${percent} %`, drawn: formatNumber(drawn) }
		})),
		number: seedRound === null || outcome !== 'confirmed' || drawnAt ? null : numberText(seedRound),
		proof: seed && [m.sample_drawn_on({ when: formatDateTime(drawnAt!), round: seedRound! }), m.sample_seed({ seed })],
		controls: controls && controlsText(controls)
	};
}

const stageOf = ({ outcome, drawnAt, seedRound }: Sample, now: Instant) => {
	if (outcome === null) return 'proposed' as const;
	if (outcome === 'dropped' || drawnAt) return 'over' as const;
	return now < roundTime(quicknet, seedRound!) ? ('number-to-come' as const) : ('number-out' as const);
};

function historyOf({ proposer, proposedAt, outcome, closer, closedAt }: Sample): string[] {
	const first = m.sample_proposed_by({ who: proposer, when: formatDateTime(proposedAt) });
	if (outcome === null) return [first];
	const words = { who: closer ?? '', when: formatDateTime(closedAt!) };
	return [first, outcome === 'confirmed' ? m.sample_confirmed_by(words) : m.sample_dropped_by(words)];
}

const numberText = (round: number) => ({
	out: m.sample_number_out({ round, when: formatDateTime(roundTime(quicknet, round)) }),
	hint: m.sample_signature_hint({ chain: quicknet.hash, round })
});

function controlsText(controls: NonNullable<Sample['controls']>) {
	const line = (label: string, value: number) => ({ label, value: formatNumber(value) });
	return {
		same: controls.same,
		lines: [
			line(m.sample_result_drawn(), controls.drawn),
			line(m.sample_result_waiting(), controls.waiting),
			line(m.sample_result_checked(), controls.checked),
			line(m.sample_result_confirmed(), controls.confirmed),
			line(m.sample_result_corrected(), controls.corrected),
			line(m.sample_result_false(), controls.falseDeclared),
			line(m.sample_result_left(), controls.left)
		],
		requests: controls.requests.map(({ id, pseudonym }) => ({ id, pseudonym }))
	};
}
