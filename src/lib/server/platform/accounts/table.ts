import type { Generated } from 'kysely';

export type AccountsTable = {
	id: string;
	email: string;
	name: string;
	role: 'applicant' | 'caseworker' | 'landlord' | 'officer' | 'manager' | 'programme' | 'auditor' | 'administrator';
	organisation_id: string | null;
	password_hash: string;
	email_confirmed_at: string | null;
	totp_sealed: string | null;
	totp_last_step: number | null;
	data_key_id: string | null;
	locale: Generated<string>;
	demo: Generated<number>;
	created_at: string;
	disabled_at: string | null;
	/** 1: a helper who invites and removes the helpers of the organisation. */
	leads_organisation: Generated<number>;
};

export type AccountTokensTable = {
	id: string;
	account_id: string;
	purpose: 'reset_password' | 'confirm_email';
	/** The new address of the account, when the link is to confirm one. */
	email: Generated<string | null>;
	created_at: string;
	expires_at: string;
	used_at: string | null;
};

export type AccountRequestsTable = {
	/** For a sign-up: the id of the account that its link makes. */
	id: string;
	kind: 'sign_up' | 'reset';
	email: string;
	name: string | null;
	role: 'applicant' | 'landlord' | null;
	locale: string;
	next: string | null;
	created_at: string;
	due_at: string;
	answered_at: string | null;
	token_hash: string | null;
	used_at: string | null;
};
