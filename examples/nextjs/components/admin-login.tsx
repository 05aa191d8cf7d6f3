'use client';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';

const wrong: Record<number, string> = { 401: '관리자 키가 올바르지 않아요.', 400: '관리자 키를 입력해 주세요.' };

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
      response?.ok ? '' : (wrong[response?.status ?? 0] ?? '지금은 로그인할 수 없어요. 잠시 뒤에 다시 시도해 주세요.'),
    );
    if (response?.ok) router.refresh();
  }

  return (
    <form className="card login" onSubmit={(event) => void open(event)}>
      <label htmlFor="key">관리자 키</label>
      <input id="key" name="key" type="password" autoComplete="current-password" required aria-describedby="key-said" />
      <button type="submit" className="solid">
        로그인
      </button>
      <p id="key-said" className="soft" aria-live="polite">
        {problem || hint}
      </p>
    </form>
  );
}
