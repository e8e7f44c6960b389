import { describe, expect, test } from 'vitest';
import { readConfig } from '$lib/server/config';

const production = {
	ORIGIN: 'https://chiavi.example.it',
	DATABASE_URL: 'postgres://localhost/chiavi',
	CHIAVI_MASTER_KEY: 'ab'.repeat(32),
	CHIAVI_SIGNING_KEY: 'cd'.repeat(32),
	SMTP_URL: 'smtp://localhost:25',
	MAIL_FROM: 'Chiavi <no-reply@example.it>',
	OFFICE_NAME: 'Ufficio Casa',
	OFFICE_PHONE: '02 1234 5678',
	OFFICE_HOURS_IT: 'dal lunedì al venerdì, dalle 9 alle 13',
	OFFICE_HOURS_EN: 'Monday to Friday, from 9 to 13',
	OFFICE_ADDRESS: 'via Esempio 1, 20100 Milano'
};

describe('production', () => {
	test('starts with its secrets', () => {
		const read = readConfig(production);
		expect(read.ok && read.config.demo).toBe(false);
		expect(read.ok && read.config.masterKey.length).toBe(32);
	});

	test.each(Object.keys(production))('refuses to start without %s, in a sentence that names it', (name) => {
		const read = readConfig({ ...production, [name]: undefined });
		expect(read).toMatchObject({
			ok: false,
			problems: [expect.stringMatching(new RegExp(`^${name} is missing: .+\\.$`))]
		});
	});

	test('an empty setting is a missing one', () => {
		expect(readConfig({ ...production, ORIGIN: '' }).ok).toBe(false);
	});

	test('tells every problem at once', () => {
		const read = readConfig({});
		expect(read.ok ? [] : read.problems).toHaveLength(11);
	});

	test.each([
		['CHIAVI_MASTER_KEY', 'short'],
		['CHIAVI_MASTER_KEY', 'zz'.repeat(32)],
		['ORIGIN', 'chiavi.example.it'],
		['ORIGIN', 'https://chiavi.example.it/path'],
		['DATABASE_URL', 'mysql://localhost'],
		['SMTP_URL', 'http://localhost'],
		['OFFICE_PHONE', '02 1234\n5678'],
		['OFFICE_EMAIL', 'ufficio'],
		['SMS_URL', 'http://sms.example.it/send'],
		['SMS_URL', 'https://sms.example.it/send/'],
		['SMS_TOKEN', 'two\nlines'],
		['SMS_TIMEOUT', '0'],
		['SMS_TIMEOUT', '60'],
		['IO_API_KEY', 'with space'],
		['IO_API_URL', 'ftp://api.io.example.it']
	])('refuses %s = %s', (name, value) => {
		expect(readConfig({ ...production, [name]: value }).ok).toBe(false);
	});
});

describe('the channels beside the mail', () => {
	const gateways = (env: Record<string, string>) => {
		const read = readConfig({ ...production, ...env });
		return read.ok && { sms: read.config.sms, appIo: read.config.appIo };
	};

	test('are off unless they are set', () => {
		expect(gateways({ SMS_TOKEN: 'alone' })).toEqual({ sms: null, appIo: null });
	});

	test('take an address, a secret and a time', () => {
		const sms = { SMS_URL: 'https://sms.example.it/send', SMS_TOKEN: 'secret', SMS_TIMEOUT: '4' };
		expect(gateways({ ...sms, IO_API_KEY: 'key' })).toEqual({
			sms: { url: sms.SMS_URL, token: 'secret', timeoutMs: 4_000 },
			appIo: { url: 'https://api.io.pagopa.it/api/v1', token: 'key', timeoutMs: 10_000 }
		});
	});
});

describe('the gateway of public identity', () => {
	const gateway = { OIDC_ISSUER: 'https://id.example.it', OIDC_CLIENT_ID: 'chiavi', OIDC_CLIENT_SECRET: 'secret' };
	const read = (more: Record<string, string>) => readConfig({ ...production, ...more });

	test('is not there unless its three settings are', () => {
		expect(read({})).toMatchObject({ config: { publicIdentity: null } });
		for (const name of Object.keys(gateway))
			expect(read({ ...gateway, [name]: '' })).toMatchObject({
				ok: false,
				problems: [expect.stringContaining('belong together')]
			});
	});

	test('asks for level 2 unless told otherwise, and takes a map of claims', () => {
		const acr = ['https://www.spid.gov.it/SpidL2', 'https://www.spid.gov.it/SpidL3'];
		expect(read(gateway)).toMatchObject({ config: { publicIdentity: { acr, claims: {}, timeoutMs: 3_000 } } });
		expect(read({ ...gateway, OIDC_ACR: 'two', OIDC_CLAIMS: 'fiscal_number=cf email=mail' })).toMatchObject({
			config: { publicIdentity: { acr: ['two'], claims: { fiscal_number: 'cf', email: 'mail' } } }
		});
	});

	test.each([
		['OIDC_ISSUER', 'http://id.example.it'],
		['OIDC_CLAIMS', 'tax=cf'],
		['OIDC_CLAIMS', 'fiscal_number='],
		['OIDC_SCOPE', 'profile'],
		['OIDC_TIMEOUT', '0'],
		['OIDC_SIGN_OUT', 'maybe']
	])('refuses %s = %s', (name, value) => {
		expect(read({ ...gateway, [name]: value }).ok).toBe(false);
	});
});

describe('the demo', () => {
	test('needs no secret', () => {
		expect(readConfig({ CHIAVI_DEMO: '1' })).toMatchObject({ ok: true, config: { demo: true, smtpUrl: null } });
	});

	test('is refused in production', () => {
		expect(readConfig({ ...production, CHIAVI_DEMO: '1' })).toMatchObject({ ok: true, config: { demo: true } });
		const refused = readConfig({ ...production, CHIAVI_DEMO: '1', NODE_ENV: 'production' });
		expect(refused.ok ? [] : refused.problems).toEqual([expect.stringMatching(/^CHIAVI_DEMO=1 is refused/)]);
	});
});

describe('the store of files', () => {
	const s3 = { S3_URL: 'https://s3.example.it/documents', S3_ACCESS_KEY: 'portal', S3_SECRET_KEY: 'Segreto/+123' };
	const problemsOf = (changes: Readonly<Record<string, string | undefined>>) => {
		const read = readConfig({ ...production, ...changes });
		return read.ok ? [] : read.problems;
	};

	test('is a folder beside the database where nothing is set', () => {
		const read = readConfig({ ...production, DATABASE_URL: 'sqlite:/var/chiavi.db' });
		expect(read).toMatchObject({ ok: true, config: { filesFolder: '/var/chiavi.db.files', s3: null } });
	});

	test('is a bucket, with a region and a limit of time that may be left out', () => {
		const [accessKey, secretKey] = [s3.S3_ACCESS_KEY, s3.S3_SECRET_KEY];
		const read = readConfig({ ...production, ...s3 });
		const expected = { url: s3.S3_URL, region: 'auto', timeoutMs: 3_000, accessKey, secretKey };
		expect(read).toMatchObject({ ok: true, config: { s3: expected } });
		const further = {
			S3_REGION: 'eu-south-1',
			S3_TIMEOUT: '60',
			S3_URL: 'https://documents.s3.eu-south-1.amazonaws.com'
		};
		expect(readConfig({ ...production, ...s3, ...further })).toMatchObject({
			...{ ok: true, config: { s3: { url: further.S3_URL, region: 'eu-south-1', timeoutMs: 60_000 } } }
		});
	});

	test.each([
		[{ S3_URL: 'http://s3.example.it/documents' }, 'S3_URL must be'],
		[{ S3_URL: 'https://portal:secret@s3.example.it/documents' }, 'S3_URL must be'],
		[{ S3_URL: 'https://s3.example.it/documents/folder' }, 'S3_URL must be'],
		[{ S3_URL: 'https://s3.example.it/documents?x=1' }, 'S3_URL must be'],
		[{ S3_REGION: 'EU South' }, 'S3_REGION must be'],
		[{ S3_TIMEOUT: '0' }, 'S3_TIMEOUT must be'],
		[{ S3_TIMEOUT: '61' }, 'S3_TIMEOUT must be'],
		[{ S3_SECRET_KEY: 'two\nlines' }, 'S3_SECRET_KEY must be'],
		[{ S3_SECRET_KEY: undefined }, 'S3_SECRET_KEY is missing'],
		[{ S3_ACCESS_KEY: undefined }, 'S3_ACCESS_KEY is missing'],
		[{ FILES_FOLDER: '/var/files' }, 'FILES_FOLDER and S3_URL are both set']
	])('refuses %j in one sentence, without the secret', (changes, said) => {
		const problems = problemsOf({ ...s3, ...changes });
		expect(problems).toEqual([expect.stringMatching(new RegExp(`^${said}.*\\.$`))]);
		expect(problems.join()).not.toContain('Segreto');
	});

	test('refuses a key without a bucket', () => {
		expect(problemsOf({ S3_ACCESS_KEY: 'portal' })).toEqual([expect.stringContaining('S3_URL is missing')]);
	});
});

describe('the scanner of files', () => {
	const scannerOf = (changes: Readonly<Record<string, string>>) => {
		const read = readConfig({ ...production, ...changes });
		return read.ok ? read.config.clamd : read.problems;
	};

	test.each([
		['unix:/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
		['tcp://127.0.0.1:3310', { host: '127.0.0.1', port: 3310 }],
		['tcp://clamd.internal:3310', { host: 'clamd.internal', port: 3310 }],
		['tcp://[::1]:3310', { host: '::1', port: 3310 }]
	])('is at %s', (CLAMD_URL, address) => {
		expect(scannerOf({ CLAMD_URL })).toEqual({ address, timeoutMs: 30_000 });
		expect(scannerOf({ CLAMD_URL, CLAMD_TIMEOUT: '120' })).toMatchObject({ timeoutMs: 120_000 });
	});

	test.each([
		[{ CLAMD_URL: '127.0.0.1:3310' }, 'CLAMD_URL must be'],
		[{ CLAMD_URL: 'http://127.0.0.1:3310' }, 'CLAMD_URL must be'],
		[{ CLAMD_URL: 'tcp://127.0.0.1' }, 'CLAMD_URL must be'],
		[{ CLAMD_URL: 'tcp://127.0.0.1:99999' }, 'CLAMD_URL must be'],
		[{ CLAMD_URL: 'unix:clamd.ctl' }, 'CLAMD_URL must be'],
		[{ CLAMD_URL: 'unix:/run/c.ctl', CLAMD_TIMEOUT: '121' }, 'CLAMD_TIMEOUT must be']
	])('refuses %j', (changes, said) => {
		expect(scannerOf(changes)).toEqual([expect.stringMatching(new RegExp(`^${said}.*\\.$`))]);
	});

	test('is none where none is set', () => {
		expect(scannerOf({})).toBeNull();
	});
});
