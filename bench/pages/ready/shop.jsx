import { useEffect } from 'react';

const products = Array.from({ length: 200 }, (_, index) => index + 1);

/** A page of a usual length. */
export function Shop({ children }) {
  // From here on a click on the button does something.
  useEffect(() => {
    window.mountedAt ??= performance.now();
  }, []);
  return (
    <main>
      <h1>겨울 신상</h1>
      <ul>
        {products.map((number) => (
          <li key={number}>
            <a href={`/shoes/${number}`}>겨울 운동화 {number}</a> <b>{(number * 1000).toLocaleString('ko')}원</b>
          </li>
        ))}
      </ul>
      {children}
    </main>
  );
}
