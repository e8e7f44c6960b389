import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import manifest from '../../../package.json';
import lists from '../../support/data/publiccode-lists.json';

// The file by which the catalogue of public software finds and describes the project: what its crawler refuses fails here.

const text = z.string().min(1);
const address = z.url({ protocol: /^https?$/ });
const language = z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/);
const strings = z.array(text).min(1);
const dependency = z.strictObject({ name: text, versionMin: text.optional(), optional: z.boolean().optional() });

/** The keys of version 0.7 that the file uses, with their rules; a key that is not here is misspelt. */
const schema = z.strictObject({
	publiccodeYmlVersion: z.literal('0.7'),
	name: text,
	url: address,
	softwareVersion: text,
	platforms: z.array(z.enum(['web', 'windows', 'mac', 'linux', 'ios', 'android'])).min(1),
	developmentStatus: z.enum(['concept', 'development', 'beta', 'stable', 'obsolete']),
	softwareType: z.literal('standalone/web'),
	categories: z.array(z.enum(lists.categories)).min(1),
	intendedAudience: z.strictObject({
		scope: z.array(z.enum(lists.scopes)),
		countries: z.array(z.string().regex(/^[A-Z]{2}$/))
	}),
	description: z.record(
		language,
		z.strictObject({
			shortDescription: text.max(150),
			longDescription: z.string().min(150).max(10_000),
			features: strings
		})
	),
	legal: z.strictObject({ license: text }),
	localisation: z.strictObject({ localisationReady: z.boolean(), availableLanguages: z.array(language).min(1) }),
	// The maintenance by a community names whom to write to.
	maintenance: z.strictObject({
		type: z.literal('community'),
		contacts: z.array(z.strictObject({ name: text })).min(1)
	}),
	dependsOn: z.strictObject({ open: z.array(dependency) })
});

const written: unknown = parse(readFileSync('publiccode.yml', 'utf8'));

test('publiccode.yml keeps to the keys and the lists of version 0.7', () => {
	expect(z.prettifyError(schema.safeParse(written).error ?? new z.ZodError([]))).toBe('');
});

test('publiccode.yml says what the project is today', () => {
	const { softwareVersion, legal, localisation, dependsOn } = schema.parse(written);
	expect(softwareVersion).toBe(manifest.version);
	expect(legal.license).toBe(manifest.license);
	expect(localisation.availableLanguages.toSorted()).toEqual(readdirSync('src/lib/i18n/messages').toSorted());
	const node = dependsOn.open.find(({ name }) => name === 'Node.js');
	expect(`>=${node?.versionMin}`).toBe(manifest.engines.node);
});

test.each([
	['a category of no list', 'categories', ['case-management']],
	['a scope of no list', 'intendedAudience', { scope: ['social-inclusion'], countries: ['IT'] }],
	['a country in small letters', 'intendedAudience', { scope: ['welfare'], countries: ['it'] }],
	['no address', 'url', undefined]
])('%s is refused', (_, key, value) => {
	expect(schema.safeParse({ ...(written as object), [key]: value }).success).toBe(false);
});
