'use client';
import { useRouter } from 'next/navigation';
import { useRef, useState, type FormEvent } from 'react';
import { useAnnounce } from './announcer';
import { focusHeading } from './focus-heading';
import { useWords } from './language';

export function AdminLogin({ hint }: { hint?: string }) {
  const { admin } = useWords();
  const [problem, setProblem] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const announce = useAnnounce();
  const router = useRouter();

  async function open(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const key = new FormData(event.currentTarget).get('key');
    const response = await fetch('/api/admin/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ key }),
    }).catch(() => null);
    if (response?.ok) {
      // The heading is the same on both sides of the door: the focus does not get lost with the form.
      focusHeading();
      announce(admin.loggedIn);
      return router.refresh();
    }
    setProblem(
      response?.status === 401 ? admin.keyWrong : response?.status === 400 ? admin.keyMissing : admin.loginFailed,
    );
    input.current?.focus();
    input.current?.select();
  }

  // `post`: a submit before the page's scripts have run must not put the key into the address.
  return (
    <form className="card login" method="post" onSubmit={(event) => void open(event)}>
      <label htmlFor="key">{admin.key}</label>
      <input
        ref={input}
        id="key"
        name="key"
        type="password"
        autoComplete="current-password"
        required
        aria-invalid={problem !== ''}
        aria-describedby="key-problem key-hint"
        onChange={() => setProblem('')}
      />
      <button type="submit" className="solid">
        {admin.logIn}
      </button>
      <p id="key-problem" className="said bad" role="status">
        {problem}
      </p>
      {hint && (
        <p id="key-hint" className="soft">
          {hint}
        </p>
      )}
    </form>
  );
}
