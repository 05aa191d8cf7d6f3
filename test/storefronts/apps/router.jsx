import { Link, Route, Routes } from 'react-router';
/** A page of React Router: rendered on the server, hydrated in the browser. */
export default function Router({ children }) {
  return (
    <main>
      <Link to="/">상점</Link>
      <Routes>
        <Route path="*" element={children} />
      </Routes>
    </main>
  );
}
