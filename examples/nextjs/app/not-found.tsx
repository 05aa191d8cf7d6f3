import Link from 'next/link';

export default function NotFound() {
  return (
    <div className="narrow">
      <h1>찾을 수 없어요</h1>
      <p>주소가 다르거나, 다른 브라우저에서 한 주문이에요.</p>
      <Link className="more" href="/" prefetch={false}>
        쇼핑몰로 돌아가기
      </Link>
    </div>
  );
}
