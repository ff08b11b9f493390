/** Why set-up cannot go on, and what to do: the message is for the person at the keyboard. */
export class SetupProblem extends Error {}
