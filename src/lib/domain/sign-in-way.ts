/** How a session was signed in, as its row keeps it. */
export type SessionWay = 'password' | 'public-identity';

/** The same as its owner is told: a code that was given beside the password counts. */
export type SignInWay = SessionWay | 'password-and-code';

/** `secondFactor`: 1 where nothing more is asked for. A public identity of level 2 counts as two factors by itself. */
export const signInWay = (way: SessionWay, secondFactor: number): SignInWay =>
	way === 'password' && secondFactor === 1 ? 'password-and-code' : way;
