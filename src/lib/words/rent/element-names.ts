import { m } from '$lib/paraglide/messages';
import { elementIds, type ElementId } from '$lib/domain/rent/agreement';

const names: Record<(typeof elementIds)[number], () => string> = {
	A1: m.rent_element_a1,
	A2: m.rent_element_a2,
	A3: m.rent_element_a3,
	A4: m.rent_element_a4,
	B1: m.rent_element_b1,
	B2: m.rent_element_b2,
	B3: m.rent_element_b3,
	C1: m.rent_element_c1,
	C2: m.rent_element_c2,
	C3: m.rent_element_c3,
	C4: m.rent_element_c4,
	C5: m.rent_element_c5,
	C6: m.rent_element_c6,
	C7: m.rent_element_c7,
	C8: m.rent_element_c8,
	C9: m.rent_element_c9,
	D1: m.rent_element_d1,
	D2: m.rent_element_d2,
	D3: m.rent_element_d3,
	D4: m.rent_element_d4,
	D5: m.rent_element_d5,
	D6: m.rent_element_d6,
	D7: m.rent_element_d7,
	D8: m.rent_element_d8,
	D9: m.rent_element_d9,
	D10: m.rent_element_d10
};

/** The name of an element; its id for one that is not of this agreement. */
export const elementName = (id: ElementId): string => names[id as keyof typeof names]?.() ?? id;

/** The elements of one letter. */
export function elementOptions(letter: 'A' | 'B' | 'C' | 'D') {
	return elementIds.filter((id) => id.startsWith(letter)).map((id) => ({ value: id, label: names[id]() }));
}

/** The elements of one letter that a form asks for: the certificate and the kitchen decide D9 and B1. */
export const askedElements = (letter: 'A' | 'B' | 'C' | 'D') =>
	elementOptions(letter).filter(({ value }) => value !== 'B1' && value !== 'D9');
