import { describe, expect, it } from 'vitest';
import { Sequencer } from '#shared/events/sequencer.ts';

describe('tasks in a sequence', () => {
  it('run one at a time, in the order asked, however long each takes', async () => {
    const sequencer = new Sequencer();
    const seen: string[] = [];
    const releases: (() => void)[] = [];
    const slow = (name: string) => async (): Promise<void> => {
      seen.push(`${name} begins`);
      await new Promise<void>((resolve) => releases.push(resolve));
      seen.push(`${name} ends`);
    };
    const done = [sequencer.run(slow('one')), sequencer.run(slow('two'))];
    await expect.poll(() => releases).toHaveLength(1);
    expect(seen).toEqual(['one begins']);
    releases[0]?.();
    await expect.poll(() => releases).toHaveLength(2);
    releases[1]?.();
    await Promise.all(done);
    expect(seen).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('broken');
      },
    ],
    ['rejects', () => Promise.reject(new Error('broken'))],
  ])('run behind one that %s, which alone fails', async (_how, broken: () => Promise<never>) => {
    const sequencer = new Sequencer();
    const failed = sequencer.run(broken);
    const next = sequencer.run(() => 'next');
    await expect(failed).rejects.toThrow('broken');
    expect(await next).toBe('next');
    await expect(sequencer.settled()).resolves.toBeUndefined();
  });

  it('are all waited for, also when the last one fails', async () => {
    const sequencer = new Sequencer();
    let ended = 0;
    void sequencer.run(() => {
      ended += 1;
    });
    sequencer
      .run(() => Promise.reject(new Error('broken')))
      .catch(() => {
        ended += 1;
      });
    await sequencer.settled();
    expect(ended).toBe(2);
  });
});
