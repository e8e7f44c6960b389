import { m } from '$lib/paraglide/messages';
import type { Section } from './kept-of-person';

/** What a part of the file of everything holds, in words. A missing message does not compile. */
export const sectionName = (section: Section): string => m[`rights_part_${section}`]();
