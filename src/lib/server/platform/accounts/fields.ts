import { z } from 'zod';
import { weakness } from '$lib/server/platform/auth/password-rule';
import { longestPassword } from '$lib/server/platform/auth/password';
import { m } from '$lib/paraglide/messages';
import { mailAddress } from './mail-address';

/** Fields that several forms of an account share, with their sentences. */
export const emailField = z
	.string({ error: () => m.auth_email_missing() })
	.min(1, { error: () => m.auth_email_missing() })
	.max(254, { error: () => m.auth_email_invalid() })
	.refine((email) => mailAddress(email) !== undefined, { error: () => m.auth_email_invalid() });

export const codeField = z
	.string({ error: () => m.auth_code_missing() })
	.min(1, { error: () => m.auth_code_missing() })
	.max(20, { error: () => m.auth_wrong_code() });

export const presentPassword = z
	.string({ error: () => m.auth_password_missing() })
	.min(1, { error: () => m.auth_password_missing() })
	.max(longestPassword, { error: () => m.auth_wrong_password() });

const problems = {
	'too-short': () => m.auth_password_short(),
	'too-long': () => m.auth_password_long(),
	'too-common': () => m.auth_password_common()
};

/** A password to be chosen; `about` are words it must not be. */
export const newPassword = (...about: readonly string[]) =>
	z.string({ error: () => m.auth_password_choose() }).superRefine((password, context) => {
		const weak = weakness(password, about);
		if (weak) context.addIssue({ code: 'custom', message: problems[weak]() });
	});
