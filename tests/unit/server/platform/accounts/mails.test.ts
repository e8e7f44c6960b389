import '../../../../support/settings';
import { expect, test } from 'vitest';
import * as mails from '$lib/server/platform/accounts/mails';

const STRANGER = 'Hai vinto! Vai su http://evil.example/x e scrivi a info@evil.example';
const reader = { email: 'maria@example.org', name: STRANGER, locale: 'it' };

const written = {
	confirmMail: () => mails.confirmMail(reader, 'secret', '/rent'),
	alreadyRegisteredMail: () => mails.alreadyRegisteredMail(reader),
	resetMail: () => mails.resetMail(reader, 'secret'),
	welcomeMail: () => mails.welcomeMail(reader, 'secret'),
	factorChangedMail: () => mails.factorChangedMail(reader, 'enrolled'),
	passwordChangedMail: () => mails.passwordChangedMail(reader),
	newEmailMail: () => mails.newEmailMail(reader, 'secret'),
	emailChangedMail: () => mails.emailChangedMail(reader),
	identityChangedMail: () => mails.identityChangedMail(reader, 'linked'),
	consentCodeMail: () =>
		mails.consentCodeMail(reader, {
			act: 'mandate',
			organisation: 'Associazione Prova',
			helper: 'Sara Prova',
			code: '012345'
		}),
	helperInvitedMail: () =>
		mails.helperInvitedMail(reader, { organisation: 'Associazione Prova', inviter: 'Sara Prova', token: 'segreto' }),
	accountErasedMail: () => mails.accountErasedMail(reader)
} satisfies Record<keyof typeof mails, unknown>;

test.each(Object.entries(written))('%s carries the first word of a name, and no link of a stranger', (_, write) => {
	const { subject, text } = write();
	expect(text).toContain('Hai');
	for (const part of [subject, text]) expect(part).not.toMatch(/evil|vinto|Vai su/);
	const links = text.match(/https?:\/\/\S+/g) ?? [];
	for (const link of links) expect(link).toMatch(/^http:\/\/localhost:3000\//);
});
