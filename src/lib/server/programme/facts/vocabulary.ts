import type { InBoth } from '$lib/domain/programme/observation';
import { own } from '$lib/domain/own';
import published from './pon-metro-milano.json';

const names: Readonly<Record<string, InBoth>> = published.about.what;

/** The words for what an observation measures, as the published file gives them. */
export const whatName = (what: string): InBoth => own(names, what) ?? { it: what, en: what };
