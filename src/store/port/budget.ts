/** The port for the requests that Discord allows. */

/** The budget of requests that all processes share. */
export interface RequestBudget {
  /** One more request out of the budget of all processes: from when on it may be made, both real ms. */
  take(perSecond: number, real: number): Promise<number>;
  /** Nobody is given anything of the budget for the next `ms`. */
  rest(ms: number, real: number): Promise<void>;
}
