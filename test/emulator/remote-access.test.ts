import { describe, expect, it } from 'vitest';
import { openEmulator } from './open-emulator.ts';

const webhookUrl = 'http://10.0.0.2/api/webhooks/instead?key=s3cret&a=b';
const form = { method: 'POST', headers: { accept: 'text/html' } };

describe('with allowRemoteAccess', () => {
  it('shows the webhook URL without its secrets, on the dashboard and in the settings', async () => {
    const { text, fetch, post } = openEmulator({ webhookUrl, allowRemoteAccess: true });
    const outputs = [await text('/'), await text('/live'), await (await fetch('/settings')).text()];
    outputs.push(await (await post('/settings', { lateBy: 1 })).text());
    for (const output of outputs) expect(output).not.toMatch(/s3cret/);
    expect(outputs[0]).toContain('10.0.0.2/api/webhooks/instead?key=***&amp;a=***');
  });

  it('rejects a change of the webhook URL with 403, and changes nothing', async () => {
    const sent: string[] = [];
    const { post, fetch, payment, pay, emulator } = openEmulator({
      ...{ webhookUrl, allowRemoteAccess: true },
      deliver: async ({ url }) => (sent.push(url), new Response()),
    });
    const answer = await post('/settings', { webhookUrl: 'http://169.254.169.254/', siteUrl: 'https://shop.example/' });
    expect(answer.status).toBe(403);
    expect(((await answer.json()) as { error: string }).error).toContain('--webhook-url');
    const page = await fetch('/settings', { ...form, body: new URLSearchParams({ webhookUrl: '' }) });
    expect(page.status).toBe(403);
    expect(await page.text()).toContain('<b>모의 결제</b>');
    expect(await (await fetch('/settings')).json()).toMatchObject({ siteUrl: '' });
    await pay((await payment()).uid);
    await emulator.settled();
    expect(sent.map((url) => new URL(url).host)).toEqual(['10.0.0.2']);
    expect(sent[0]).toContain('key=s3cret');
  });

  it('has a form that saves the other settings', async () => {
    const { text, fetch } = openEmulator({ webhookUrl, allowRemoteAccess: true });
    expect(await text('/')).not.toContain('name="webhookUrl"');
    const body = new URLSearchParams({
      siteUrl: 'https://shop.example/',
      lateBy: '5',
      resendTimes: '2',
      methods: 'card',
    });
    expect((await fetch('/settings', { ...form, body })).status).toBe(303);
    expect(await (await fetch('/settings')).json()).toMatchObject({ siteUrl: 'https://shop.example/', lateBy: 5 });
  });
});

it('without allowRemoteAccess, the webhook URL is shown and can be changed', async () => {
  const { text, post } = openEmulator({ webhookUrl });
  expect(await text('/')).toContain('key=s3cret');
  expect((await post('/settings', { webhookUrl: 'http://localhost:1/' })).status).toBe(200);
});
