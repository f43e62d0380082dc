/** Tokens read and written by the model. */
export type Usage = { input: number; output: number };

/** Per handoff, over all its analyses. Prices are per million tokens, in the currency in which `maxCost` is meant. */
export type Budget = { maxTokens: number; maxCost: number | null; inputPrice: number; outputPrice: number };

/**
 * At least as many tokens as any usual tokenizer makes of a text: English has about four bytes to a token, other scripts
 * about three (https://help.openai.com/en/articles/4936856).
 */
export const estimateTokens = (text: string): number => Math.ceil(Buffer.byteLength(text) / 3);

/** What may still be spent. Asked before each call with the most that it can cost, told afterwards what it did. */
export class Purse {
  readonly #budget: Budget;
  #spent: Usage;
  #reserved: Usage = { input: 0, output: 0 };

  constructor(budget: Budget, spent: Usage) {
    this.#budget = budget;
    this.#spent = spent;
  }

  get spent(): Usage {
    return this.#spent;
  }

  /** Sets `most` aside, or answers false where the budget has no room for it. */
  reserve(most: Usage): boolean {
    const after = sum(sum(this.#spent, this.#reserved), most);
    const { maxTokens, maxCost } = this.#budget;
    if (after.input + after.output > maxTokens) return false;
    if (maxCost !== null && this.#costOf(after) > maxCost) return false;
    this.#reserved = sum(this.#reserved, most);
    return true;
  }

  /** Gives a reservation back and books what was used. */
  settle(reserved: Usage, used: Usage): void {
    this.#reserved = { input: this.#reserved.input - reserved.input, output: this.#reserved.output - reserved.output };
    this.#spent = sum(this.#spent, used);
  }

  #costOf({ input, output }: Usage): number {
    return (input * this.#budget.inputPrice + output * this.#budget.outputPrice) / 1_000_000;
  }
}

const sum = (a: Usage, b: Usage): Usage => ({ input: a.input + b.input, output: a.output + b.output });
