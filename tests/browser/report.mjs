// Counts and prints checks, one line a check, with what is wrong under it.

const SHOWN = 10;

export class Report {
  passed = 0;
  failed = 0;

  /** Runs `find`, which returns a list of problems in words; an empty list passes, an exception fails. */
  async check(name, find) {
    let problems;
    try {
      problems = [...new Set(await find())];
    } catch (error) {
      problems = [`the check itself stopped: ${error.message.replaceAll(/\u001b\[\d+m/g, '').split('\n').slice(0, 4).join(' | ')}`];
    }
    if (problems.length === 0) {
      this.passed += 1;
      console.log(`ok    ${name}`);
      return;
    }
    this.failed += 1;
    console.log(`FAIL  ${name}`);
    for (const problem of problems.slice(0, SHOWN)) console.log(`        ${problem}`);
    if (problems.length > SHOWN) console.log(`        … and ${problems.length - SHOWN} more`);
  }

  /** Says what was left out and why, so that a check never goes missing unseen. */
  skip(name, why) {
    console.log(`skip  ${name}: ${why}`);
  }

  end() {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0 && this.passed > 0 ? 0 : 1;
  }
}

/** Runs `work` over `items`, `width` at a time; the answers keep the order of the items. */
export async function each(items, width, work) {
  const answers = new Array(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      answers[index] = await work(items[index]);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return answers.flat();
}
