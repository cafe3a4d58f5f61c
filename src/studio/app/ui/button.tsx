import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

interface ButtonProps {
  /** What it does; read out, and shown where there is no text. */
  readonly label: string;
  readonly icon?: IconName;
  /** A key that does the same. */
  readonly hotkey?: string;
  /** Of a button that stays down. */
  readonly isPressed?: boolean;
  readonly isDisabled?: boolean;
  readonly kind?: 'plain' | 'quiet' | 'main';
  readonly onPress: () => void;
  readonly children?: ComponentChildren;
}

export function Button({
  label,
  icon,
  hotkey,
  isPressed,
  isDisabled,
  kind = 'quiet',
  onPress,
  children,
}: ButtonProps) {
  return (
    <button
      type="button"
      class={`button ${kind}${children === undefined ? ' bare' : ''}`}
      title={hotkey ? `${label} (${hotkey})` : label}
      aria-label={label}
      aria-pressed={isPressed}
      disabled={isDisabled}
      onClick={onPress}
    >
      {icon && <Icon name={icon} />}
      {children !== undefined && <span>{children}</span>}
    </button>
  );
}
