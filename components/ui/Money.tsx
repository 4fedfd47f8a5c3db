import { useWording } from './wording';

/** An amount: digits of one width, two decimals, a minus sign (never only a colour). */
export function Money(props: { cents: number; signed?: boolean; className?: string | undefined }) {
  const { money, signedMoney } = useWording();
  const text = props.signed ? signedMoney(props.cents) : money(props.cents);
  return <span className={props.className ? `lb-num ${props.className}` : 'lb-num'}>{text}</span>;
}
