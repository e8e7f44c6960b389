import fc from 'fast-check';
import { featureKind, type Feature, type FeatureKind } from '../../../src/lib/domain/accessibility/features';
import { decree236 } from '../../../src/lib/domain/accessibility/limits';
import { nothingMeasured, type Measures } from '../../../src/lib/domain/accessibility/measures';
import { segmentKinds } from '../../../src/lib/domain/accessibility/route';

const or = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 5 });

/** Values close to a limit matter most: below it, at it and above it. */
const around = (value: number) => fc.integer({ min: -2, max: 2 }).map((step) => Math.max(0, value + step));
const limits = Object.entries(decree236).flatMap(([, limit]) =>
	typeof limit === 'object' && 'value' in limit ? [limit.value] : []
);
const ofKind: Readonly<Record<FeatureKind, fc.Arbitrary<number | boolean>>> = {
	'yes-no': fc.boolean(),
	count: fc.constantFrom(0, 2, 3, 4, 34, 35, 36, 199, 200),
	distance: fc.constantFrom(1_000, 49_000, 50_000, 51_000, 499_000, 500_000, 501_000),
	length: fc.oneof(fc.constantFrom(...limits).chain(around), fc.integer({ min: 0, max: 2_000 }))
};

const features = fc.record(
	Object.fromEntries(
		(Object.keys(featureKind) as Feature[]).map((name) => [name, or(ofKind[featureKind[name]])] as const)
	)
);
const segment = fc.record({
	kind: fc.constantFrom(...segmentKinds),
	widthMm: or(fc.constantFrom(800, 899, 900, 1_000)),
	slope: or(fc.constantFrom(0, 50, 80, 81)),
	steps: or(fc.constantFrom(0, 1, 3, 4)),
	heightMm: fc.constant(null),
	handrail: fc.constant(null)
});

/** A dwelling with any measures, known or not. */
export const aMeasuredDwelling: fc.Arbitrary<Measures> = fc
	.record({
		features,
		route: or(fc.array(segment, { maxLength: 4 })),
		floor: or(fc.integer({ min: -1, max: 4 })),
		rooms: or(fc.integer({ min: 1, max: 4 })),
		builtYear: or(fc.constantFrom(1960, 1989, 1990))
	})
	.map(({ features: found, ...rest }) => ({ ...nothingMeasured, ...found, ...rest }) as Measures);
