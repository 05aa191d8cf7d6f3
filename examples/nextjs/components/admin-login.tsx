'use client';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';

const wrong: Record<number, string> = { 401: '열쇠가 달라요.', 400: '열쇠를 적어 주세요.' };

export function AdminLogin({ hint }: { hint?: string }) {
  const [problem, setProblem] = useState('');
  const router = useRouter();

  async function open(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const key = new FormData(event.currentTarget).get('key');
    const response = await fetch('/api/admin/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ key }),
    }).catch(() => null);
    setProblem(
      response?.ok ? '' : (wrong[response?.status ?? 0] ?? '지금은 들어갈 수 없어요. 잠시 뒤에 다시 해 주세요.'),
    );
    if (response?.ok) router.refresh();
  }

  return (
    <form className="card login" onSubmit={(event) => void open(event)}>
      <label htmlFor="key">관리자 열쇠</label>
      <input id="key" name="key" type="password" autoComplete="current-password" required aria-describedby="key-said" />
      <button type="submit" className="solid">
        들어가기
      </button>
      <p id="key-said" className="soft" aria-live="polite">
        {problem || hint}
      </p>
    </form>
  );
}
