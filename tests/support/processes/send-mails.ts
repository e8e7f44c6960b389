import { createDatabase } from '$lib/server/platform/db/database';
import { sendDueMails } from '$lib/server/platform/mail/send-due';
import { smtpTransport } from '$lib/server/platform/mail/transport';

// Sends what is due in the outbox, once, as a process of its own: `send-mails DATABASE SMTP FROM NOW`. two-senders.test.ts kills
// it between the answer of the mail server and its own record.

const [databaseUrl = '', smtpUrl = '', from = '', now = ''] = process.argv.slice(2);
const database = createDatabase(databaseUrl);
await sendDueMails(database, smtpTransport(smtpUrl, from), now);
await database.close();
